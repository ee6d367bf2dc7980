import { standingOf } from './siblings.ts';
import type { XmlElement } from './xml-tree.ts';

/** For people: `/HocBa/ChuKy/ds:Signature[2]`. The tree must be complete. */
export function placeOf(element: XmlElement): string {
  const { parent, name } = element;
  if (parent === undefined) return `/${name}`;
  const { position, writtenAlike } = standingOf(element, parent);
  return `${placeOf(parent)}/${name}${writtenAlike > 1 ? `[${position}]` : ''}`;
}
