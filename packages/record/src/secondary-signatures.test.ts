import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hardestUpperSecondarySheet } from '../testing/hardest-sheets.ts';
import { continuingSheet, lowerSecondarySheet, upperSecondarySheet } from '../testing/secondary-samples.ts';
import { contentParts, profileOf, required, roleCode, rowSlot, slotLabel, wholeSheetSlots } from './index.ts';

/** The most references a signature may have besides its own SignedProperties. @spec EN 319 132-1 */
const mostReferences = 30;

describe('when asked who must sign a secondary sheet', () => {
  it('every teacher of twelve rows, homeroom teacher, principal and seal make 15 signatures', () => {
    for (const sheet of [lowerSecondarySheet, upperSecondarySheet]) {
      const slots = required('secondaryPerSubject', sheet);
      assert.equal(slots.length, 15);
      assert.deepEqual(
        slots,
        sheet.signatories.map(({ slot }) => slot),
      );
      assert.equal(profileOf(sheet), 'secondaryPerSubject');
    }
  });

  it('a province may do without the subject teachers', () => {
    const slots = required('secondary', lowerSecondarySheet);
    assert.deepEqual(slots, wholeSheetSlots);
    assert.equal(profileOf({ ...lowerSecondarySheet, signatories: [] }), 'secondary');
  });

  it('nobody signs for a subject the pupil is exempted from, unless something is said of it', () => {
    const marks = { first: null, second: null, year: null, afterReassessment: null };
    const exempt = (comment: string) => ({
      ...lowerSecondarySheet,
      subjects: lowerSecondarySheet.subjects.map((row, index) =>
        index === 8 ? { ...row, exempted: true, comment, marks } : row,
      ),
    });
    assert.equal(required('secondaryPerSubject', exempt('')).includes(rowSlot(9)), false);
    assert.equal(required('secondaryPerSubject', exempt('Được miễn.')).includes(rowSlot(9)), true);
  });

  for (const sheet of [lowerSecondarySheet, upperSecondarySheet, hardestUpperSecondarySheet]) {
    it(`no signature over ${sheet.subjects.length} rows has more than ${mostReferences} references`, () => {
      for (const { slot } of sheet.signatories) assert.ok(contentParts(slot, sheet).length + 1 <= mostReferences);
    });
  }

  it('the seal over 19 rows covers the three parts and 21 earlier signatures', () => {
    assert.equal(contentParts('organisationSeal', hardestUpperSecondarySheet).length, 3 + 19 + 2);
  });
});

describe('when a signature place of a secondary sheet is named', () => {
  it('the role code carries the subject', () => {
    assert.deepEqual(
      [1, 6, 7].map((row) => roleCode(rowSlot(row), lowerSecondarySheet)),
      ['GVBM-NV', 'GVBM-KHTN', 'GVBM-CN'],
    );
    assert.equal(roleCode('principal', continuingSheet), 'HT');
    assert.throws(() => roleCode(rowSlot(13), lowerSecondarySheet), { code: 'no-such-row' });
  });

  it('people read the subject, and a centre has a director', () => {
    assert.equal(slotLabel(rowSlot(6), lowerSecondarySheet), 'Giáo viên môn Khoa học tự nhiên');
    assert.equal(slotLabel(rowSlot(11), lowerSecondarySheet), 'Giáo viên Nội dung giáo dục của địa phương');
    assert.deepEqual(
      [continuingSheet, upperSecondarySheet].map((sheet) => slotLabel('principal', sheet)),
      ['Giám đốc', 'Hiệu trưởng'],
    );
    assert.equal(slotLabel('organisationSeal', continuingSheet), 'Con dấu của trung tâm');
  });
});
