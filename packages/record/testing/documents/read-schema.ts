import { readdirSync, readFileSync } from 'node:fs';
import type { XmlElement } from '../../src/index.ts';
import { parseTree } from '../parse-tree.ts';
import { listsOfSchema } from './lists-of-schema.ts';

const folder = new URL('../../schema/', import.meta.url);

/** An element as the schema declares it in its place. */
export interface DeclaredElement {
  readonly name: string;
  readonly type: string;
  /** "1", "0–1", "0–30", or "một trong" for a member of a choice. */
  readonly occurs: string;
  /** Label, then what else there is to say. */
  readonly explanation: string;
}

/** The complex types of the schema's files, by name, and the roots under their own names. */
export function complexTypes(): ReadonlyMap<string, readonly DeclaredElement[]> {
  return new Map(
    declarations().flatMap((declared) => {
      const elements = declaredElements(declared, 'một trong');
      return elements.length > 0 ? [[declared.attributes.get('name') ?? '', elements] as const] : [];
    }),
  );
}

/** The simple types by name, each as what it allows: `HSXS` Học sinh Xuất sắc; `[0-9]{5}`; 0…10. */
export function simpleTypes(): ReadonlyMap<string, string> {
  return new Map(
    declarations()
      .filter(({ localName }) => localName === 'simpleType')
      .map((declared) => [declared.attributes.get('name') ?? '', whatIsAllowed(declared)]),
  );
}

function declarations(): readonly XmlElement[] {
  return readdirSync(folder).flatMap((file) => childrenOf(parseTree(readFileSync(new URL(file, folder), 'utf8'))));
}

function childrenOf(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter((child) => child.kind === 'element');
}

function declaredElements(parent: XmlElement, inChoice: string): readonly DeclaredElement[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.localName === 'extension') {
      const base = declarations().find((each) => each.attributes.get('name') === child.attributes.get('base'));
      return [...(base ? declaredElements(base, inChoice) : []), ...declaredElements(child, inChoice)];
    }
    if (child.localName !== 'element') return declaredElements(child, inChoice);
    const [name = '', type = ''] = ['name', 'type'].map((attribute) => child.attributes.get(attribute));
    const occurs = parent.localName === 'choice' ? inChoice : occurrence(child);
    return [{ name, type, occurs, explanation: documentationOf(child) }];
  });
}

function occurrence({ attributes }: XmlElement): string {
  const [least, most] = [attributes.get('minOccurs') ?? '1', attributes.get('maxOccurs') ?? '1'];
  return least === most ? least : `${least}–${most}`;
}

function documentationOf(declared: XmlElement): string {
  const [annotation] = childrenOf(declared).filter(({ localName }) => localName === 'annotation');
  const texts = annotation ? childrenOf(annotation).flatMap(({ children }) => children) : [];
  return texts.map((child) => (child.kind === 'text' ? child.text : '')).join('');
}

function whatIsAllowed(declared: XmlElement): string {
  const [restriction] = childrenOf(declared);
  if (!restriction) return '';
  if (restriction.localName === 'union')
    return (restriction.attributes.get('memberTypes') ?? '').split(' ').join(' hoặc ');
  const facets = (name: string) =>
    childrenOf(restriction)
      .filter(({ localName }) => localName === name)
      .map(({ attributes }) => attributes.get('value') ?? '');
  const terms = listsOfSchema[declared.attributes.get('name') ?? ''] ?? [];
  const codes = facets('enumeration').map((code) => {
    const label = terms.find((term) => term.code === code)?.label;
    return label === undefined ? `\`${code}\`` : `\`${code}\` ${label}`;
  });
  const range = [...facets('minInclusive'), ...facets('maxInclusive')].join('–');
  const pattern = facets('pattern').map(
    (each) => `dạng \`${each.replaceAll('|', '\\|').replaceAll(/[\t\n\r]/g, escaped)}\``,
  );
  const longest = facets('maxLength').map((most) => `nhiều nhất ${most} ký tự`);
  return [codes.join(' · '), ...(range ? [range] : []), ...pattern, ...longest].filter(Boolean).join(', ');
}

function escaped(character: string): string {
  return { '\t': '\\t', '\n': '\\n', '\r': '\\r' }[character] ?? character;
}
