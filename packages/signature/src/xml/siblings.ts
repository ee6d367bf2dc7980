import type { XmlElement } from './xml-tree.ts';

interface Standing {
  /** From 1, among the siblings written alike. */
  readonly position: number;
  readonly writtenAlike: number;
  /** Siblings of the same name in the same namespace, the element itself counted in. */
  readonly namesakes: number;
}

/** Counted once for all children of an element: a hostile file has a million of them and asks for each. */
const counted = new WeakMap<XmlElement, ReadonlyMap<XmlElement, Standing>>();

/** How an element stands among its siblings; the tree must be complete. */
export function standingOf(element: XmlElement, parent: XmlElement): Standing {
  const known = counted.get(parent) ?? countChildren(parent);
  counted.set(parent, known);
  return known.get(element) ?? { position: 1, writtenAlike: 1, namesakes: 1 };
}

function countChildren(parent: XmlElement): ReadonlyMap<XmlElement, Standing> {
  const children = parent.children.filter((child): child is XmlElement => child.kind === 'element');
  const written = new Map<string, number>();
  const named = new Map<string, number>();
  const positions = children.map((child) => {
    const expanded = expandedName(child);
    named.set(expanded, (named.get(expanded) ?? 0) + 1);
    const position = (written.get(child.name) ?? 0) + 1;
    written.set(child.name, position);
    return position;
  });
  const standings = children.map((child, index): [XmlElement, Standing] => {
    const namesakes = named.get(expandedName(child)) ?? 1;
    return [child, { position: positions[index] ?? 1, writtenAlike: written.get(child.name) ?? 1, namesakes }];
  });
  return new Map(standings);
}

function expandedName({ namespace, localName }: XmlElement): string {
  return `{${namespace}}${localName}`;
}
