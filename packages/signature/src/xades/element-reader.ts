import { hasName, plainText, type XmlElement } from '../xml/index.ts';
import { decodeBase64 } from './base64-text.ts';
import { XadesRefusal } from './refusal.ts';

/** Whether white space may stand between elements and inside base64, as other people's files have it. */
export interface Spacing {
  readonly lenient: boolean;
}

/** Walks the children of an element in order; what nobody asks for is refused, be it element, attribute or text. */
export class Members {
  readonly #element: XmlElement;
  readonly #children: XmlElement['children'];
  #next = 0;

  constructor(element: XmlElement, spacing: Spacing, attributes: readonly string[] = []) {
    this.#element = element;
    this.#children = element.children;
    for (const name of element.attributes.keys()) {
      if (!attributes.includes(name)) throw new XadesRefusal('structure-wrong', element);
    }
    for (const child of element.children) {
      if (child.kind === 'text' && !(spacing.lenient && isSpace(child.text))) {
        throw new XadesRefusal('structure-wrong', element);
      }
    }
    if (element.asides.length > 0) throw new XadesRefusal('structure-wrong', element);
  }

  /** The next element; white space before it is passed over. */
  #peek(): XmlElement | undefined {
    for (let child = this.#children[this.#next]; child !== undefined; child = this.#children[this.#next]) {
      if (child.kind === 'element') return child;
      this.#next += 1;
    }
    return undefined;
  }

  take(namespace: string, localName: string): XmlElement {
    const taken = this.takeIf(namespace, localName);
    if (taken === undefined) throw new XadesRefusal('structure-wrong', this.#peek() ?? this.#element);
    return taken;
  }

  takeIf(namespace: string, localName: string): XmlElement | undefined {
    const child = this.#peek();
    if (child === undefined || !hasName(child, namespace, localName)) return undefined;
    this.#next += 1;
    return child;
  }

  takeAll(namespace: string, localName: string): readonly XmlElement[] {
    const taken: XmlElement[] = [];
    for (
      let child = this.takeIf(namespace, localName);
      child !== undefined;
      child = this.takeIf(namespace, localName)
    ) {
      taken.push(child);
    }
    return taken;
  }

  end(): void {
    const left = this.#peek();
    if (left !== undefined) throw new XadesRefusal('structure-wrong', left);
  }
}

export function textIn(element: XmlElement, attributes: readonly string[] = []): string {
  const text = plainText(element);
  const foreign = [...element.attributes.keys()].some((name) => !attributes.includes(name));
  if (text === undefined || foreign) throw new XadesRefusal('structure-wrong', element);
  return text;
}

export function base64In(element: XmlElement, spacing: Spacing, attributes: readonly string[] = []): Uint8Array {
  const text = textIn(element, attributes);
  const bytes = decodeBase64(spacing.lenient ? text.replace(/[ \t\r\n]/g, '') : text);
  if (bytes === undefined) throw new XadesRefusal('value-malformed', element);
  return bytes;
}

/** The value of an attribute that must be there. */
export function attributeOf(element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) throw new XadesRefusal('structure-wrong', element);
  return value;
}

function isSpace(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}
