import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentParts, type PrimarySubject, primarySubjects, required, writeYearSheet } from '@hocba/record';
import { sampleSheet } from '../../../../packages/record/testing/sample-sheet.ts';
import type { SubjectFacts } from '../entry/index.ts';
import { buildYearSheet, type StaffMember, type YearSheetParts } from './build-year-sheet.ts';

const homeroomTeacher = { staffId: '01', fullName: 'Lê Thị Thu' };
const principal = { staffId: '02', fullName: 'Trần Minh Đức' };
const musicTeacher = { staffId: '03', fullName: 'Ngô Bảo Châm' };
const englishTeacher = { staffId: '04', fullName: 'Vũ Đình Toàn' };

const wholeSheet = ['homeroomTeacher', 'principal', 'organisationSeal'];
const row = (subject: PrimarySubject, comment = 'Em tiến bộ nhiều.'): SubjectFacts => ({
  subject,
  level: comment === '' ? null : 'completed',
  tests: [],
  comment,
  supplementary: null,
  exemption: 'none',
});

function build(
  of: Partial<Pick<YearSheetParts, 'profile'>> & { rows: SubjectFacts[]; teachers: [PrimarySubject, StaffMember][] },
) {
  const { student, conclusion, school, qualitiesAndCompetences } = sampleSheet;
  return buildYearSheet({
    student: { studentId: student.studentId, recordId: '0'.repeat(32), lookupCode: '1'.repeat(32), profile: student },
    facts: {
      heightTenths: 1300,
      weightTenths: 300,
      absentWithLeave: 0,
      absentWithoutLeave: 0,
      subjects: of.rows,
      qualitiesAndCompetences,
      levelWithheld: false,
      principalDecision: null,
      commendation: null,
    },
    conclusion,
    schoolClass: { name: '3A', grade: 3 },
    school,
    schoolYear: '2025-2026',
    version: 1,
    carriedOverOn: '2026-05-28',
    profile: of.profile ?? 'primaryPerSubject',
    homeroomTeacher,
    principal,
    teachers: new Map(of.teachers),
  });
}

describe('when a year sheet is frozen under the per-subject profile', () => {
  const rows = [row('vietnamese'), row('mathematics'), row('foreignLanguage'), row('music'), row('ethnicLanguage', '')];
  const teachers: [PrimarySubject, StaffMember][] = [
    ['vietnamese', homeroomTeacher],
    ['foreignLanguage', englishTeacher],
    ['music', musicTeacher],
    ['ethnicLanguage', englishTeacher],
  ];
  const sheet = build({ rows, teachers });

  it('a teacher of their own answers for a row, by name', () => {
    assert.deepEqual(sheet.signatories.map(({ slot, name, staffId }) => ({ slot, name, staffId })).slice(0, 3), [
      { slot: 'subjectTeacher-3', name: 'Vũ Đình Toàn', staffId: '04' },
      { slot: 'subjectTeacher-4', name: 'Ngô Bảo Châm', staffId: '03' },
      { slot: 'homeroomTeacher', name: 'Lê Thị Thu', staffId: '01' },
    ]);
    assert.equal(sheet.subjects[2]?.responsible, 'subjectTeacher-3');
  });

  it('the homeroom teacher answers for own rows, rows nobody was assigned, and empty rows', () => {
    for (const index of [0, 1, 4]) assert.equal(sheet.subjects[index]?.responsible, 'homeroomTeacher', String(index));
  });

  it('the frozen signatories are exactly those the profile requires', () => {
    const slots = sheet.signatories.map(({ slot }) => slot);
    assert.deepEqual(slots, required('primaryPerSubject', sheet));
  });

  it('a class wholly taught by its homeroom teacher needs nobody else', () => {
    const alone = build({ rows, teachers: [] });
    assert.deepEqual(
      alone.signatories.map(({ slot }) => slot),
      wholeSheet,
    );
  });

  it('every row with a teacher of its own stays within thirty references a signature', () => {
    const all = primarySubjects.map(({ id }) => id);
    const crowded = build({
      rows: all.map((subject) => row(subject)),
      teachers: all.map((subject) => [subject, musicTeacher]),
    });
    assert.equal(crowded.signatories.length, all.length + 3);
    const references = crowded.signatories.map(({ slot }) => contentParts(slot, crowded).length + 1);
    assert.ok(Math.max(...references) <= 30, String(Math.max(...references)));
    assert.doesNotThrow(() => writeYearSheet(crowded));
  });
});

describe('when a year sheet is frozen under the primary profile', () => {
  it('assignments change nothing: homeroom teacher, principal and seal sign', () => {
    const sheet = build({ profile: 'primary', rows: [row('music')], teachers: [['music', musicTeacher]] });
    assert.equal(sheet.subjects[0]?.responsible, 'homeroomTeacher');
    assert.deepEqual(
      sheet.signatories.map(({ slot }) => slot),
      wholeSheet,
    );
  });
});
