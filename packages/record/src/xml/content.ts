import { RecordError } from '../record-error.ts';
import { hocbaNamespace, type WireName } from './names/frame-names.ts';
import { labelOfField } from './names/wire-names.ts';
import { escapeText } from './plain-text.ts';
import { addProblem, inside, type ProblemReport } from './read-problem.ts';
import type { XmlElement } from './xml-element.ts';

/**
 * What stands inside an element, both ways. Writer and reader are made of the same pieces, so what one writes the
 * other reads, and neither is laxer.
 */
export interface Content<T> {
  /** A field may have no element: it is then `null`, or has no key at all. */
  readonly absence?: 'isNull' | 'hasNoKey';
  /** Canonical inner XML. @throws RecordError `not-writable` */
  write(value: T, path: string): string;
  /** `undefined` after reporting at least one problem. */
  read(element: XmlElement, report: ProblemReport): T | undefined;
}

/** A value as text: `parse` is strict and the only judge; `expected` says in Vietnamese what would be right. */
export interface ValueForm<T> {
  readonly expected: string;
  format(value: T): string;
  parse(text: string): T | undefined;
}

export function value<T>(form: ValueForm<T>): Content<T> {
  return {
    write(given, path) {
      const text = form.format(given).normalize('NFC');
      if (form.parse(text) === undefined) {
        throw new RecordError(
          'not-writable',
          `${labelAt(path)} không ghi được vào học bạ; cần ${form.expected} (${path}).`,
        );
      }
      return escapeText(text);
    },
    read(element, report) {
      const text = textOf(element, report);
      if (text === undefined) return undefined;
      const parsed = text.normalize('NFC') === text ? form.parse(text) : undefined;
      if (parsed === undefined) addProblem(report, 'bad-value', `Giá trị không hợp lệ; cần ${form.expected}.`);
      return parsed;
    },
  };
}

/** "Nơi lập" for `HocBa/ThongTin/NoiLap`. */
function labelAt(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\[\d+\]$/, '');
  return labelOfField(name) ?? name;
}

export function optional<T>(content: Content<T>): Content<T | null> {
  return {
    absence: 'isNull',
    write: (given, path) => (given === null ? '' : content.write(given, path)),
    read: (element, report) => content.read(element, report),
  };
}

/** For a field with `?`: no element, no key. */
export function omittable<T>(content: Content<T>): Content<T> {
  return { ...content, absence: 'hasNoKey' };
}

/** Child elements in a fixed order, one a field. The order is that of `contents`. */
export function sequence<T extends object>(
  names: Readonly<Record<keyof T, WireName>>,
  contents: { readonly [K in keyof T]-?: Content<T[K]> },
): Content<T> {
  const keys = Object.keys(contents) as (keyof T & string)[];
  const known = new Set(keys.map((key) => names[key].name));
  return {
    write(given, path) {
      return keys
        .map((key) => writeField({ name: names[key].name, content: contents[key], path }, given[key]))
        .join('');
    },
    read(element, report) {
      const queue = elementsOf(element, report).filter((child) => isKnown(child, known, report));
      const result: Partial<T> = {};
      for (const key of keys) {
        const read = readField({ name: names[key].name, content: contents[key], queue, report });
        if (read !== undefined) result[key] = read as T[typeof key];
      }
      for (const child of queue) addProblem(report, 'unknown-element', `Thừa hoặc sai thứ tự: “${child.localName}”.`);
      const complete = keys.every((key) => result[key] !== undefined || contents[key].absence === 'hasNoKey');
      return complete ? (result as T) : undefined;
    },
  };
}

interface FieldToWrite<T> {
  readonly name: string;
  readonly content: Content<T>;
  readonly path: string;
}

function writeField<T>({ name, content, path }: FieldToWrite<T>, given: T): string {
  if (content.absence && (given === null || given === undefined)) return '';
  return `<${name}>${content.write(given, `${path}/${name}`)}</${name}>`;
}

interface FieldToRead<T> {
  readonly name: string;
  readonly content: Content<T>;
  /** What is still unread; the field takes its element from the front. */
  readonly queue: XmlElement[];
  readonly report: ProblemReport;
}

function readField<T>({ name, content, queue, report }: FieldToRead<T>): T | null | undefined {
  const next = queue[0];
  if (next?.localName === name) {
    queue.shift();
    refuseAttributes(next, inside(report, name));
    return content.read(next, inside(report, name));
  }
  if (content.absence) return content.absence === 'isNull' ? null : undefined;
  addProblem(report, 'missing-element', `Thiếu phần tử “${name}”.`);
  return undefined;
}

/** One of several shapes of an element. */
export interface Shape<T> {
  /** The child element that only this shape has. */
  readonly marker: WireName;
  readonly content: Content<T>;
}

/**
 * A discriminated union: which shape it is stands in the file as the marker child, in the value as `tag`. The tag itself
 * is not written.
 */
export function choice<Tag extends string, Value extends { readonly [K in Tag]: string }>(
  tag: Tag,
  shapes: { readonly [Kind in Value[Tag]]: Shape<Omit<Extract<Value, { readonly [K in Tag]: Kind }>, Tag>> },
): Content<Value> {
  const kinds = Object.keys(shapes) as Value[Tag][];
  const markers = kinds.map((kind) => shapes[kind].marker.name);
  return {
    write: (given, path) => shapes[given[tag]].content.write(given as never, path),
    read(element, report) {
      const present = kinds.filter((kind) => hasChild(element, shapes[kind].marker.name));
      const [kind] = present;
      if (kind === undefined || present.length > 1) {
        addProblem(report, 'missing-element', `Phải có đúng một trong các phần tử ${markers.join(', ')}.`);
        return undefined;
      }
      const read = shapes[kind].content.read(element, report);
      return read && ({ ...read, [tag]: kind } as unknown as Value);
    },
  };
}

function hasChild(element: XmlElement, name: string): boolean {
  return element.children.some((child) => child.kind === 'element' && child.localName === name);
}

export interface ListLimits {
  readonly most: number;
  /** The `Id` the n-th item (from 1) carries. */
  readonly idOf?: (position: number) => string;
}

/** The same child element again and again, at most `most` times. */
export function list<T>(name: WireName, content: Content<T>, { most, idOf }: ListLimits): Content<readonly T[]> {
  const known = new Set([name.name]);
  return {
    write(given, path) {
      if (given.length > most) throw new RecordError('not-writable', `${path}: có nhiều hơn ${most} “${name.name}”.`);
      const items = given.map((item, index) => {
        const inner = content.write(item, `${path}/${name.name}[${index + 1}]`);
        return element({ name: name.name, id: idOf?.(index + 1) }, inner);
      });
      return items.join('');
    },
    read(parent, report) {
      const children = elementsOf(parent, report).filter((child) => isKnown(child, known, report));
      if (children.length > most) {
        addProblem(report, 'unknown-element', `Có nhiều hơn ${most} phần tử “${name.name}”.`);
        return undefined;
      }
      const items = children.map((child, index) => {
        const at = inside(report, `${name.name}[${index + 1}]`);
        refuseAttributes(child, at, idOf?.(index + 1));
        return content.read(child, at);
      });
      return items.every((item) => item !== undefined) ? items : undefined;
    },
  };
}

export interface StartTag {
  readonly name: string;
  /** Apex form: the element declares its own namespace, so that its bytes are their own exclusive canonical form. */
  readonly apex?: boolean;
  readonly id?: string | undefined;
}

export function element({ name, apex, id }: StartTag, inner: string): string {
  const namespace = apex ? ` xmlns="${hocbaNamespace}"` : '';
  const identity = id === undefined ? '' : ` Id="${id}"`;
  return `<${name}${namespace}${identity}>${inner}</${name}>`;
}

/** The child elements; text between them, even blank, is refused: it would be signed but never read. */
export function elementsOf(parent: XmlElement, report: ProblemReport): XmlElement[] {
  const elements: XmlElement[] = [];
  for (const child of parent.children) {
    if (child.kind === 'element') elements.push(child);
    else addProblem(report, 'unexpected-text', `Có chữ ở nơi chỉ được có phần tử, trong “${parent.localName}”.`);
  }
  return elements;
}

export function refuseAttributes(target: XmlElement, report: ProblemReport, id?: string): void {
  for (const [name, given] of target.attributes) {
    if (name === 'Id' && given === id) continue;
    addProblem(report, 'unexpected-attribute', `Thuộc tính “${name}” không được phép hoặc có giá trị sai.`);
  }
  if (id !== undefined && !target.attributes.has('Id')) {
    addProblem(report, 'unexpected-attribute', `Thiếu thuộc tính Id="${id}".`);
  }
}

function isKnown(child: XmlElement, known: ReadonlySet<string>, report: ProblemReport): boolean {
  if (child.namespace === hocbaNamespace && known.has(child.localName)) return true;
  addProblem(report, 'unknown-element', `Phần tử “${child.localName}” không có trong lược đồ ở vị trí này.`);
  return false;
}

function textOf(target: XmlElement, report: ProblemReport): string | undefined {
  let text = '';
  for (const child of target.children) {
    if (child.kind === 'element') {
      addProblem(report, 'unknown-element', `Phần tử “${child.localName}” không có trong lược đồ ở vị trí này.`);
      return undefined;
    }
    text += child.text;
  }
  return text;
}
