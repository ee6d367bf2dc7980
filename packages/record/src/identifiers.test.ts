import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkSchoolId, checkStudentId, isLookupCode, parseLookupCode } from './index.ts';

const code = 'fedcba98765432100123456789abcdef';

it('a look-up code is read as it is typed or printed', () => {
  const typed = [
    code,
    code.toUpperCase(),
    'FEDCBA98-7654-3210-0123-456789ABCDEF',
    ` ${code.slice(0, 16)} ${code.slice(16)} `,
  ];
  assert.deepEqual(typed.map(parseLookupCode), [code, code, code, code]);
});

it('what is not a look-up code is not read', () => {
  const wrong = ['', code.slice(1), `${code}0`, code.replace('f', 'g'), 'fedcba98-76543210-0123-4567-89abcdef'];
  assert.deepEqual(wrong.map(parseLookupCode), [undefined, undefined, undefined, undefined, undefined]);
  assert.equal(isLookupCode(code.toUpperCase()), false);
});

const cases = [
  [checkStudentId, '0940001234', undefined],
  [checkStudentId, '940001234', 'lost-zero'],
  [checkStudentId, 'HS-17', 'not-ten-digits'],
  [checkSchoolId, '94000123', undefined],
  [checkSchoolId, '4000123', 'lost-zero'],
  [checkSchoolId, 'H29.102.1', 'not-eight-digits'],
  [checkSchoolId, '9'.repeat(21), 'too-long'],
] as const;
for (const [check, id, warning] of cases) {
  it(`${check.name} of ${id}: ${warning ?? 'nothing to say'}`, () => {
    assert.equal(check(id)[0]?.code, warning);
  });
}
