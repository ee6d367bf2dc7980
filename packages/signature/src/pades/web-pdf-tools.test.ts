import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { nodePdfTools } from './node-pdf-tools.ts';
import { webPdfTools } from './web-pdf-tools.ts';

const plain = new Uint8Array([...randomBytes(70_000), ...new Uint8Array(200_000)]);
const deflated = new Uint8Array(deflateSync(plain));
const broken: Readonly<Record<string, Uint8Array>> = {
  'cut short': deflated.subarray(0, deflated.length - 5),
  'a wrong checksum': deflated.with(deflated.length - 1, (deflated.at(-1) ?? 0) ^ 1),
  'bytes behind the end': Uint8Array.of(...deflated, 0x41),
  'no zlib header': new Uint8Array(deflateRawSync(plain)),
  'nothing at all': new Uint8Array(),
};

test('the browser inflates what Node inflates, line ends behind it included', () => {
  for (const tools of [nodePdfTools, webPdfTools]) {
    assert.deepEqual(tools.inflate(deflated, plain.length), plain);
    assert.deepEqual(tools.inflate(Uint8Array.of(...deflated, 0x0d, 0x0a), plain.length), plain);
    assert.deepEqual(tools.inflate(new Uint8Array(deflateSync(new Uint8Array())), 10), new Uint8Array());
  }
});

for (const [fault, bytes] of Object.entries(broken)) {
  test(`both refuse compressed data with ${fault}`, () => {
    for (const tools of [nodePdfTools, webPdfTools]) assert.throws(() => tools.inflate(bytes, plain.length));
  });
}

test('both stop at the limit', () => {
  for (const tools of [nodePdfTools, webPdfTools]) {
    assert.throws(() => tools.inflate(deflated, plain.length - 1));
  }
});

test('both make the same MD5, for the checksum of an embedded file', () => {
  assert.deepEqual(new Uint8Array(webPdfTools.md5?.(plain) ?? []), nodePdfTools.md5?.(plain));
});
