import assert from 'node:assert/strict';
import { test } from 'node:test';
import { derFromBer } from './from-ber.ts';
import { toHex } from './simple-values.ts';
import { fromHex } from './writer.ts';

const cases: readonly (readonly [string, string, string])[] = [
  ['DER stays as it is', '3003020105', '3003020105'],
  ['a length not told in advance', '30800201050000', '3003020105'],
  ['one inside the other', '3080a0800201050000' + '0000', '3005a003020105'],
  ['a string in pieces', '24800402aabb0401cc0000', '0403aabbcc'],
  ['a length longer than needed', '308103020105', '3003020105'],
];
for (const [name, ber, der] of cases) {
  test(name, () => assert.equal(toHex(derFromBer(fromHex(ber))), der));
}

test('what has no end, or nests without one, is refused', () => {
  for (const ber of ['3080020105', '0480', '30800201', '30800201050000ff', '30'.padEnd(400, '80')]) {
    assert.throws(() => derFromBer(fromHex(ber)), { code: 'der-malformed' });
  }
  const deep = fromHex('3080'.repeat(10_000));
  assert.throws(() => derFromBer(deep), { code: 'der-malformed' });
});

test('hundreds of thousands of members are read', () => {
  const many = fromHex(`3080${'0500'.repeat(300_000)}0000`);
  assert.equal(derFromBer(many).length, 600_000 + 5);
});
