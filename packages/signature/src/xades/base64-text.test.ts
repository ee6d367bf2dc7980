import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from './base64-text.ts';

test('bytes survive being written and read, and are written as Node writes them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
      const text = encodeBase64(bytes);
      assert.equal(text, Buffer.from(bytes).toString('base64'));
      assert.deepEqual(decodeBase64(text), bytes);
    }),
  );
});

test('there is one way to write each value', () => {
  for (const other of [
    '',
    'A',
    'AA',
    'AAA',
    'AAAAA',
    'AA=A',
    'A===',
    '====',
    'AB==',
    'AAB=',
    'AA-_',
    'AA A',
    'ĀAAA',
    'AAAA\n',
  ]) {
    assert.equal(decodeBase64(other), undefined, other);
  }
});
