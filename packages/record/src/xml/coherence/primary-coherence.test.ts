import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { perSubjectSheet, sampleSheet } from '../../../testing/sample-sheet.ts';
import type { PrimarySubjectResult, PrimaryYearSheet } from '../../index.ts';
import { checkCoherence } from './check-coherence.ts';

function placesOf(sheet: PrimaryYearSheet): string[] {
  return checkCoherence(sheet).map(({ path }) => path);
}

function withRow(position: number, change: Partial<PrimarySubjectResult>): PrimaryYearSheet {
  const subjects = sampleSheet.subjects.map((row, index) => (index === position - 1 ? { ...row, ...change } : row));
  return { ...sampleSheet, subjects };
}

describe('when the fields of a sheet are held against each other', () => {
  it('the samples are coherent', () => {
    assert.deepEqual([...placesOf(sampleSheet), ...placesOf(perSubjectSheet)], []);
  });

  it('a table may leave rows out but not turn them round', () => {
    assert.deepEqual(placesOf({ ...sampleSheet, subjects: sampleSheet.subjects.slice(3) }), []);
    const { qualitiesAndCompetences: rated } = sampleSheet;
    const turned = { ...rated, qualities: rated.qualities.toReversed() };
    assert.equal(new Set(placesOf({ ...sampleSheet, qualitiesAndCompetences: turned })).size, 1);
  });

  it('a specific competence among the general ones is out of place', () => {
    const { qualitiesAndCompetences: rated } = sampleSheet;
    const mixed = { ...rated, generalCompetences: rated.specificCompetences.slice(0, 1) };
    const places = placesOf({ ...sampleSheet, qualitiesAndCompetences: mixed });
    assert.deepEqual(places, ['HocBa/NhanXet/PhamChatNangLuc/NangLucChung']);
  });

  it('nobody answers for a row but its own teacher or the homeroom teacher', () => {
    assert.deepEqual(placesOf(withRow(2, { responsible: 'subjectTeacher-2' })), []);
    assert.deepEqual(placesOf(withRow(2, { responsible: 'subjectTeacher-3' })), [
      'HocBa/KetQua/MonHoc[2]/NguoiPhuTrach',
    ]);
    assert.deepEqual(placesOf(withRow(2, { responsible: 'principal' })), ['HocBa/KetQua/MonHoc[2]/NguoiPhuTrach']);
  });

  it('no signature is called for twice or for a row that is not there', () => {
    const [first] = sampleSheet.signatories;
    assert.ok(first);
    assert.equal(placesOf({ ...sampleSheet, signatories: [first, first] }).length, 1);
    const stranger = { ...first, slot: 'subjectTeacher-15' } as const;
    assert.equal(placesOf({ ...sampleSheet, signatories: [first, stranger] }).length, 1);
  });
});
