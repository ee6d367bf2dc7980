import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkPersonalId, type PersonalIdBearer } from './index.ts';

const girlOf2017: PersonalIdBearer = {
  personalId: '094317001234',
  personalIdStatus: 'official',
  gender: 'female',
  birthDate: '2017-03',
};

const cases: [string, Partial<PersonalIdBearer>, string[]][] = [
  ['a number that fits gives no warning', {}, []],
  ['a boy born in 2017 has digit 2', { gender: 'male', personalId: '094217001234' }, []],
  ['an unknown gender is not compared', { gender: 'unknown' }, []],
  ['a temporary code is not looked at', { personalIdStatus: 'temporary', personalId: 'TAM-17' }, []],
  ['eleven digits, a leading zero lost, are warned of', { personalId: '94317001234' }, ['not-twelve-digits']],
  ['another gender is warned of', { gender: 'male' }, ['gender-differs']],
  ['another year is warned of', { birthDate: '2016' }, ['year-differs']],
  ['another century is warned of', { birthDate: '1917-03-09' }, ['century-differs']],
  ['a place no province has a code for is warned of', { personalId: '003317001234' }, ['unknown-place']],
  ['a country’s code is not looked at', { personalId: '118317001234' }, []],
  ['Hà Nội is known', { personalId: '001317001234' }, []],
  ['a place of birth registration 000 is warned of', { personalId: '000317001234' }, ['unknown-place']],
];
for (const [what, change, codes] of cases) {
  it(what, () => {
    assert.deepEqual(
      checkPersonalId({ ...girlOf2017, ...change }).map(({ code }) => code),
      codes,
    );
  });
}
