import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor, Position } from '../platform/actor.ts';
import type { Permission } from '../platform/app-error.ts';
import { mayCarryOver, mayRelease, mayWithdraw } from './carry-over/carry-over.policy.ts';
import type { Duties } from './enrolment/index.ts';
import { mayDecidePromotion, mayEnterPupilYear, mayImport, mayReadClass } from './entry/entry.policy.ts';
import { mayPreview, mayReadIssued, mayReopenSeal } from './issuance/issuance.policy.ts';
import { mayManageAccounts } from './people/people.policy.ts';
import { sessionSlots } from './signing/session-slot.ts';
import { maySignAs, maySignSheet } from './signing/signing.policy.ts';

const positions: readonly Position[] = [
  'principal',
  'vicePrincipal',
  'homeroomTeacher',
  'subjectTeacher',
  'academicClerk',
  'sealClerk',
  'administrator',
  'communeOfficer',
  'provincialOfficer',
  'ministryOfficer',
];
const strangerHere: Duties = { homeroomOf: [], teaches: [] };
const homeroomOf1A: Duties = { homeroomOf: ['1A'], teaches: [] };
const music1A: Duties = { homeroomOf: ['2B'], teaches: [{ classId: '1A', subject: 'music' }] };

/** Exactly these positions may; the administrator and the officers may nothing of a school's content. */
const table: readonly (readonly [string, (actor: Actor) => Permission, readonly Position[]])[] = [
  ['open accounts', mayManageAccounts, ['administrator']],
  ['import a workbook', mayImport, ['academicClerk']],
  ['decide promotion', mayDecidePromotion, ['principal']],
  ['release a class', mayRelease, ['principal', 'vicePrincipal']],
  ['carry over', mayCarryOver, ['principal', 'vicePrincipal', 'academicClerk']],
  ['withdraw a sheet', mayWithdraw, ['principal']],
  ['open the seal again', mayReopenSeal, ['sealClerk']],
  ['sign as principal', (actor) => maySignAs(actor, 'principal'), ['principal']],
  ['sign the PDF as principal', (actor) => maySignAs(actor, 'principalPdf'), ['principal']],
  ['seal', (actor) => maySignAs(actor, 'organisationSeal'), ['sealClerk']],
  ['sign as homeroom teacher', (actor) => maySignAs(actor, 'homeroomTeacher'), ['homeroomTeacher']],
  [
    'read a class they have nothing to do with',
    (actor) => mayReadClass(actor, strangerHere, '1A'),
    ['principal', 'vicePrincipal', 'academicClerk'],
  ],
  [
    'fetch issued records of a class they have nothing to do with',
    (actor) => mayReadIssued(actor, strangerHere, '1A'),
    ['principal', 'vicePrincipal', 'academicClerk', 'sealClerk'],
  ],
  ['enter results of a class not their own', () => mayEnterPupilYear(strangerHere, '1A'), []],
];

for (const [what, may, allowed] of table) {
  test(`to ${what}: ${allowed.join(', ') || 'nobody'}`, () => {
    assert.deepEqual(
      positions.filter((position) => may(actorWith(position)).allowed),
      allowed,
    );
  });
}

test('every refusal is a whole Vietnamese sentence', () => {
  for (const [what, may] of table) {
    for (const answer of positions.map((position) => may(actorWith(position)))) {
      if (!answer.allowed) assert.match(answer.sentence, /^\p{Lu}.{20,}\.$/u, what);
    }
  }
});

test('nobody signs in any capacity without holding it', () => {
  const nobody = { ...actorWith('administrator'), positions: [] };
  for (const { id } of sessionSlots) assert.equal(maySignAs(nobody, id).allowed, false);
});

const sheets = [
  ['the named homeroom teacher who has the class', 'homeroomTeacher', 'me', homeroomOf1A, true],
  ['the named homeroom teacher who has it no longer', 'homeroomTeacher', 'me', strangerHere, false],
  ['another homeroom teacher of the class', 'homeroomTeacher', 'somebody', homeroomOf1A, false],
  ['the named principal', 'principal', 'me', strangerHere, true],
  ['a principal the sheet does not name', 'principal', 'somebody', strangerHere, false],
  ['the named subject teacher', 'subjectTeacher', 'me', music1A, true],
  ['a teacher the row does not name', 'subjectTeacher', 'somebody', music1A, false],
  ['the seal, which is nobody’s', 'organisationSeal', 'school', strangerHere, true],
] as const;

for (const [who, slot, expectedStaffId, duties, may] of sheets) {
  test(`${may ? 'may' : 'may not'} sign a sheet: ${who}`, () => {
    const actor = actorWith('homeroomTeacher');
    assert.equal(maySignSheet(actor, duties, { slot, classId: '1A', expectedStaffId }).allowed, may);
  });
}

test('a homeroom teacher reads, enters and fetches the own class; a subject teacher only reads', () => {
  const actor = actorWith('homeroomTeacher');
  assert.equal(mayReadClass(actor, homeroomOf1A, '1A').allowed, true);
  assert.equal(mayEnterPupilYear(homeroomOf1A, '1A').allowed, true);
  assert.equal(mayReadIssued(actor, homeroomOf1A, '1A').allowed, true);
  assert.equal(mayReadClass(actor, music1A, '1A').allowed, true);
  assert.equal(mayEnterPupilYear(music1A, '1A').allowed, false);
  assert.equal(mayReadIssued(actor, music1A, '1A').allowed, false);
});

test('who teaches the class or must sign the sheet previews it; nobody else who only teaches', () => {
  const actor = actorWith('subjectTeacher');
  const sheet = { classId: '1A', signatories: [{ staffId: 'somebody' }] };
  assert.equal(mayPreview(actor, music1A, sheet).allowed, true);
  assert.equal(mayPreview(actor, strangerHere, sheet).allowed, false);
  assert.equal(mayPreview(actor, strangerHere, { ...sheet, signatories: [{ staffId: 'me' }] }).allowed, true);
  assert.equal(mayPreview(actorWith('sealClerk'), strangerHere, sheet).allowed, true);
  assert.equal(mayPreview(actorWith('administrator'), strangerHere, sheet).allowed, false);
});

function actorWith(position: Position): Actor {
  return {
    accountId: 'a',
    schoolId: 'school',
    fullName: 'Ai Đó',
    staffId: 'me',
    positions: [position],
    communeCode: null,
  };
}
