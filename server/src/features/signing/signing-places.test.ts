import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SchoolLevel } from '@hocba/record';
import { perSubjectSheet, sampleSheet } from '../../../../packages/record/testing/sample-sheet.ts';
import type { Actor } from '../../platform/actor.ts';
import { readProfile } from '../../profile.ts';
import { listSlots } from './list-slots.ts';
import { principalSignsPdf } from './pdf-signatories.ts';
import { labelOfPlace, signingPlaces } from './signing-places.ts';

const usual = readProfile('demo-primary');
const perSubject = readProfile('demo-primary-per-subject');
const [englishTeacher] = perSubjectSheet.signatories;
const principal: Actor = {
  accountId: '00000000-0000-0000-0000-000000000000',
  schoolId: sampleSheet.school.schoolId,
  fullName: 'Trần Minh Đức',
  staffId: '02',
  positions: ['principal'],
  communeCode: null,
};

describe('when asked which places of a sheet an act signs', () => {
  it('a subject teacher signs the rows that name them, and only those', () => {
    const staffId = englishTeacher?.staffId ?? '';
    const places = signingPlaces(perSubjectSheet, { slot: 'subjectTeacher', staffId, profile: perSubject });
    assert.ok(places.length > 0);
    assert.ok(places.every((place) => place.staffId === staffId && place.slot.startsWith('subjectTeacher-')));
    assert.deepEqual(signingPlaces(perSubjectSheet, { slot: 'subjectTeacher', staffId: 'x', profile: perSubject }), []);
    assert.deepEqual(
      signingPlaces(perSubjectSheet, { slot: 'subjectTeacher', staffId: null, profile: perSubject }),
      [],
    );
  });

  it('the principal signs the PDF only where the profile asks for it', () => {
    const act = { slot: 'principalPdf', staffId: null } as const;
    assert.deepEqual(signingPlaces(sampleSheet, { ...act, profile: usual }), []);
    const [place] = signingPlaces(sampleSheet, { ...act, profile: perSubject });
    assert.equal(place?.slot, 'principalPdf');
    assert.equal(place?.staffId, sampleSheet.signatories.find(({ slot }) => slot === 'principal')?.staffId);
  });

  it('both screens tell a row and a PDF apart from the whole sheet', () => {
    const slot = englishTeacher?.slot ?? 'principal';
    assert.match(labelOfPlace(perSubjectSheet, slot), /^Học bạ lớp 3A, .*\(phiên bản 1, Giáo viên môn /);
    assert.match(labelOfPlace(sampleSheet, 'principal'), /^Học bạ lớp 3A, .*\(phiên bản 1\)$/);
    assert.match(labelOfPlace(sampleSheet, 'principalPdf'), /^Bản PDF học bạ lớp 3A, /);
  });
});

describe('when the profile changes its mind about the PDF', () => {
  it('the day a sheet was carried over decides, once and for all', () => {
    assert.equal(principalSignsPdf(perSubject, { carriedOverOn: '2025-09-05' }), true);
    assert.equal(principalSignsPdf(perSubject, { carriedOverOn: '2025-09-04' }), false);
    assert.equal(principalSignsPdf(usual, { carriedOverOn: '2026-05-28' }), false);
  });
});

describe('when a person asks in which capacities they may sign', () => {
  const slots = (actor: Actor, profile = perSubject, level: SchoolLevel = 'primary') =>
    listSlots(actor, profile, level).map(({ id }) => id);

  it('the principal is offered the PDF only where it is asked for', () => {
    assert.deepEqual(slots(principal), ['subjectTeacher', 'principal', 'principalPdf']);
    assert.deepEqual(slots(principal, usual), ['principal']);
    assert.deepEqual(slots(principal, usual, 'lowerSecondary'), ['subjectTeacher', 'principal']);
  });

  it('a teacher is offered own rows and the own class, a seal clerk the seal', () => {
    assert.deepEqual(slots({ ...principal, positions: ['homeroomTeacher', 'subjectTeacher'] }), [
      'subjectTeacher',
      'homeroomTeacher',
    ]);
    assert.deepEqual(slots({ ...principal, positions: ['sealClerk'] }), ['organisationSeal']);
  });
});
