import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { perSubjectSheet, sampleSheet } from '../testing/sample-sheet.ts';
import {
  contentParts,
  profileOf,
  required,
  roleCode,
  signatureId,
  slotCode,
  slotLabel,
  slotOfCode,
  slotOfSignatureId,
} from './index.ts';

describe('when asked who must sign', () => {
  it('the primary profile wants homeroom teacher, principal and seal, in this order', () => {
    assert.deepEqual(required('primary', perSubjectSheet), ['homeroomTeacher', 'principal', 'organisationSeal']);
  });

  it('the per-subject profile puts first the teachers of rows the homeroom teacher did not teach', () => {
    const slots = ['subjectTeacher-3', 'subjectTeacher-11', 'homeroomTeacher', 'principal', 'organisationSeal'];
    assert.deepEqual(required('primaryPerSubject', perSubjectSheet), slots);
  });

  it('a filled row of which nobody is known to be in charge is not let through unsigned', () => {
    const subjects = sampleSheet.subjects.map((row) => ({ ...row, responsible: null }));
    const slots = required('primaryPerSubject', { ...sampleSheet, subjects });
    assert.ok(slots.includes('subjectTeacher-1'));
    assert.ok(!slots.includes('subjectTeacher-4'), 'Lịch sử và Địa lí is empty in grade 3');
  });

  it('a sheet tells the profile it was frozen under', () => {
    assert.equal(profileOf(sampleSheet), 'primary');
    assert.equal(profileOf(perSubjectSheet), 'primaryPerSubject');
  });
});

describe('when asked what a signature must cover', () => {
  it('a subject teacher covers the identity and the own row', () => {
    assert.deepEqual(contentParts('subjectTeacher-3', perSubjectSheet), ['tt', 'mh-3']);
  });

  it('each later signatory covers the whole content and every earlier signature value', () => {
    const teachers = ['sv-gv-3', 'sv-gv-11'];
    assert.deepEqual(contentParts('homeroomTeacher', perSubjectSheet), ['tt', 'kq', 'nx', ...teachers]);
    assert.deepEqual(contentParts('principal', perSubjectSheet), ['tt', 'kq', 'nx', ...teachers, 'sv-cn']);
    assert.deepEqual(contentParts('organisationSeal', perSubjectSheet), [
      'tt',
      'kq',
      'nx',
      ...teachers,
      'sv-cn',
      'sv-ht',
    ]);
    assert.deepEqual(contentParts('organisationSeal', sampleSheet), ['tt', 'kq', 'nx', 'sv-cn', 'sv-ht']);
  });

  it('a slot for a row the sheet lacks is an error', () => {
    assert.throws(() => contentParts('subjectTeacher-40', sampleSheet), { code: 'no-such-row' });
  });
});

describe('when a signature place is named', () => {
  it('the role code carries the subject', () => {
    assert.equal(roleCode('subjectTeacher-3', perSubjectSheet), 'GVBM-NN1');
    assert.equal(roleCode('organisationSeal', sampleSheet), 'CONDAU');
  });

  it('people read a label', () => {
    assert.equal(slotLabel('subjectTeacher-2', sampleSheet), 'Giáo viên môn Toán');
    assert.equal(slotLabel('subjectTeacher-13', sampleSheet), 'Giáo viên Hoạt động trải nghiệm');
  });

  it('Ids and slots translate both ways, and strangers are not slots', () => {
    for (const { slot } of perSubjectSheet.signatories) {
      assert.equal(slotOfCode(slotCode(slot)), slot);
      assert.equal(slotOfSignatureId(signatureId(slot)), slot);
    }
    assert.deepEqual(['sig-gv-0', 'sig-gv-1x', 'sig-', 'sv-cn'].map(slotOfSignatureId), Array(4).fill(undefined));
  });
});
