import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fromHex } from '../../der/writer.ts';
import { SignatureError } from '../../errors.ts';
import { firstValueLength } from './first-value-length.ts';

const length = (hex: string) => firstValueLength(fromHex(hex));

it('the first value ends where its length or its two zeros say, whatever follows', () => {
  assert.equal(length('30030201050000'), 5);
  assert.equal(length('3080020105300002010700000000'), 12);
  assert.equal(length('308024800402abcd0401ef000000001111'), 15);
});

it('what is cut off, too deep or of no length is refused', () => {
  for (const hex of ['', '30', '3080', '30800201', '0280', '3006020105', '3085000000000100', '3080'.repeat(100)]) {
    assert.throws(() => length(hex), SignatureError, hex);
  }
});
