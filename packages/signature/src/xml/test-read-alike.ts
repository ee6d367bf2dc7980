import assert from 'node:assert/strict';
import { scanCanonical } from './canonical-scanner.ts';
import {
  canonicalBytes,
  canonicalise,
  defaultLimits,
  firstDeparture,
  type XmlDocument,
  type XmlElement,
} from './index.ts';
import { parseGenerally } from './parse.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** For tests: whether the short way reads the file; then the general parser must read the same, and find our spelling in it. */
export function readAlike(text: string): boolean {
  const bytes = encoder.encode(text);
  const scanned = scanCanonical(text, bytes, defaultLimits);
  if (scanned === undefined) return false;
  const general = parseGenerally({ text, bytes, limits: defaultLimits, foreign: false });
  assert.deepEqual(plain(scanned.root), plain(general.root));
  assert.deepEqual([...scanned.byId.keys()], [...general.byId.keys()]);
  assert.equal(firstDeparture(general), undefined);
  for (const [id, element] of scanned.byId) assertSameForm(scanned, element, general.byId.get(id));
  return true;
}

function assertSameForm(scanned: XmlDocument, element: XmlElement, same: XmlElement | undefined): void {
  assert.ok(same);
  const form = { form: 'exclusive' } as const;
  assert.deepEqual(decoder.decode(canonicalBytes(scanned, element, form)), decoder.decode(canonicalise(same, form)));
}

function plain(element: XmlElement): unknown {
  const { name, prefix, namespace, localName, attributes, attributeNodes, declarations, asides } = element;
  const { start, end, characterStart, children } = element;
  return {
    ...{ name, prefix, namespace, localName, attributes, attributeNodes, declarations, asides },
    ...{ start, end, characterStart },
    children: children.map((child) => (child.kind === 'text' ? child : plain(child))),
  };
}
