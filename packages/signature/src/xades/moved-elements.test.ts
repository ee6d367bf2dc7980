import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { concat } from '../der/writer.ts';
import { nodeCrypto } from '../node.ts';
import { elementsWithin, parseXml, type XmlDocument, XmlError } from '../xml/index.ts';
import { checkXades } from './index.ts';
import { signTestRecord, testLayout, testParts } from './test-record.ts';
import { testSignatories } from './test-signatories.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const signatories = testSignatories();
const teacher = signatories.issue('Giáo viên', 'ecdsa-sha256');
const { xml } = signTestRecord([teacher, teacher, teacher], signatories);
const bytes = encoder.encode(xml);
const spans = [...elementsWithin(parseXml(bytes).root)].map(({ start, end, name }) => ({ start, end, name }));

interface Move {
  readonly kind: 'copy' | 'move' | 'delete' | 'wrap' | 'rename';
  readonly from: number;
  readonly to: number;
  readonly keepIds: boolean;
}

const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom('copy', 'move', 'delete', 'wrap', 'rename'),
  from: fc.nat(spans.length - 1),
  to: fc.nat(spans.length - 1),
  keepIds: fc.boolean(),
});

test('whatever is moved, copied, wrapped or cut: signatures that pass cover what stands in the places of the parts', async () => {
  const outcomes = { unreadable: 0, refused: 0, passed: 0 };
  const oneMove = fc.asyncProperty(move, async (one) => {
    const outcome = await judge(moved(one));
    outcomes[outcome] += 1;
  });
  await fc.assert(oneMove, { numRuns: 800, seed: 11 });
  assert.ok(outcomes.refused > 200 && outcomes.unreadable > 50, JSON.stringify(outcomes));
});

test('noise in the file is refused in an orderly way', async () => {
  const noise = fc.record({ at: fc.nat(bytes.length - 1), length: fc.nat(200), put: fc.uint8Array({ maxLength: 40 }) });
  const noisy = fc.asyncProperty(noise, async ({ at, length, put }) => {
    await judge(concat(bytes.subarray(0, at), put, bytes.subarray(at + length)));
  });
  await fc.assert(noisy, { numRuns: 300, seed: 12 });
});

/** Reading fails with an XmlError or the reports tell the truth; anything else fails the test. */
async function judge(attacked: Uint8Array): Promise<'unreadable' | 'refused' | 'passed'> {
  let document: XmlDocument;
  try {
    document = parseXml(attacked);
  } catch (error) {
    assert.ok(error instanceof XmlError, String(error));
    return 'unreadable';
  }
  const reports = await checkXades(document, { crypto: nodeCrypto, layout: testLayout });
  if (reports.length === 0 || reports.some(({ outcome }) => outcome !== 'passed')) return 'refused';
  const standing = document.root.children.filter((child) => child.kind === 'element');
  for (const [name, part] of [
    ['ThongTin', testParts.tt],
    ['KetQua', testParts.kq],
    ['NhanXet', testParts.nx],
  ]) {
    const found = standing.filter(({ localName }) => localName === name);
    assert.deepEqual(
      found.map(({ start, end }) => decoder.decode(attacked.subarray(start, end))),
      [part],
    );
  }
  return 'passed';
}

function moved({ kind, from, to, keepIds }: Move): Uint8Array {
  const source = spans[from];
  const target = spans[to];
  assert.ok(source && target);
  const whole = bytes.subarray(source.start, source.end);
  const copied = keepIds ? whole : encoder.encode(decoder.decode(whole).replaceAll(/ Id="[^"]*"/g, ''));
  const without = (start: number, end: number) =>
    concat(
      bytes.subarray(start, Math.min(Math.max(source.start, start), end)),
      bytes.subarray(Math.min(Math.max(source.end, start), end), end),
    );
  switch (kind) {
    case 'copy':
      return concat(bytes.subarray(0, target.start), copied, bytes.subarray(target.start));
    case 'move':
      return concat(without(0, target.start), copied, without(target.start, bytes.length));
    case 'delete':
      return without(0, bytes.length);
    case 'wrap':
      return concat(
        bytes.subarray(0, source.start),
        encoder.encode('<Boc>'),
        whole,
        encoder.encode('</Boc>'),
        bytes.subarray(source.end),
      );
    case 'rename': {
      const renamed = decoder.decode(whole).replaceAll(source.name, target.name);
      return concat(bytes.subarray(0, source.start), encoder.encode(renamed), bytes.subarray(source.end));
    }
  }
}
