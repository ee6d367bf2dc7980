import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  ethnicGroups,
  findEthnicGroup,
  findEthnicGroupByName,
  findProvince,
  primarySubjects,
  provinces,
} from '../index.ts';

it('there are 34 provinces, two digits each, none twice', () => {
  assert.equal(new Set(provinces.map(({ code }) => code)).size, 34);
  assert.ok(provinces.every(({ code, label }) => /^\d{2}$/.test(code) && /^(Tỉnh|Thành phố) /.test(label)));
  assert.equal(findProvince('92')?.label, 'Thành phố Cần Thơ');
});

it('there are 54 ethnic groups, foreigners and not known', () => {
  assert.deepEqual([ethnicGroups.length, ethnicGroups[53]?.label, ethnicGroups[54]?.code], [56, 'Rơ-măm', '55']);
  assert.equal(findEthnicGroup('31')?.label, 'Ta-ôi');
  assert.equal(findEthnicGroup('1'), undefined, 'a leading zero lost is not guessed at');
});

it('names met in registers find their group', () => {
  const codes = ['KINH', 'Khmer', 'H’Mông', 'Cờ Lao', 'Ê-đê'.normalize('NFD'), 'Gơ Rai'].map(
    (name) => findEthnicGroupByName(name)?.code,
  );
  assert.deepEqual(codes, ['01', '05', '08', '47', '12', undefined]);
});

it('no two subjects share a code', () => {
  assert.equal(new Set(primarySubjects.map(({ code }) => code)).size, primarySubjects.length);
});
