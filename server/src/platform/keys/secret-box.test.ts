import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSecretBox } from './secret-box.ts';

const key = 'ab'.repeat(32);
const box = createSecretBox(key);

test('a secret comes back whole, text or bytes', () => {
  for (const secret of ['mật khẩu', '', 'x'.repeat(10_000)]) {
    assert.equal(box.open(box.seal(secret, 'thử'), 'thử').toString(), secret);
  }
  assert.deepEqual([...box.open(box.seal(Uint8Array.of(0, 255, 7), 'thử'), 'thử')], [0, 255, 7]);
});

test('sealing twice gives different texts', () => {
  assert.notEqual(box.seal('x', 'thử'), box.seal('x', 'thử'));
});

test('what was sealed for one purpose, or with another key, does not open', () => {
  const sealed = box.seal('x', 'seal-key/1');
  assert.throws(() => box.open(sealed, 'seal-key/2'));
  assert.throws(() => createSecretBox('cd'.repeat(32)).open(sealed, 'seal-key/1'));
});

test('any changed, missing or added byte is noticed', () => {
  const bytes = Buffer.from(box.seal('một bí mật', 'thử'), 'base64');
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    assert.throws(() => box.open(changed.toString('base64'), 'thử'), `byte ${index}`);
  }
  assert.throws(() => box.open(bytes.subarray(0, -1).toString('base64'), 'thử'));
  assert.throws(() => box.open(Buffer.concat([bytes, Buffer.of(0)]).toString('base64'), 'thử'));
  for (const nonsense of ['', 'AAAA', bytes.subarray(0, 20).toString('base64')]) {
    assert.throws(() => box.open(nonsense, 'thử'));
  }
});

test('a key that is no 32 bytes is refused at the start', () => {
  for (const wrong of ['', 'ab', 'ab'.repeat(31), 'ab'.repeat(33)])
    assert.throws(() => createSecretBox(wrong), /64 hex/);
});
