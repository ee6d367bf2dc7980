import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { UpperSecondaryYearSheet } from '@hocba/record';
import {
  continuingSheet,
  hardestUpperSecondarySheet,
  lowerSecondarySheet,
  upperSecondarySheet,
} from '@hocba/record/testing';
import { extractedText, pageCount, withoutSpace } from '../testing/pdf-tools.ts';
import { renderClassSummary } from './render-class-summary.ts';
import { summariseSecondaryClass } from './secondary-class-summary.ts';

/** One pupil assessed again, and one with every subject the form has: the widest table there is. */
const sheets: UpperSecondaryYearSheet[] = Array.from({ length: 40 }, (_, index) => {
  const { subjects, conclusion } = index === 7 ? hardestUpperSecondarySheet : upperSecondarySheet;
  const student = { ...upperSecondarySheet.student, fullName: `Sơn Thị Bích Trâm ${index}` };
  return { ...upperSecondarySheet, student, subjects, conclusion };
});
const summary = summariseSecondaryClass(sheets);
const pdf = await renderClassSummary(summary);
const text = extractedText(pdf);

describe('the summary of a class of THPT', () => {
  it('shows marks, levels, absences, title and promotion of each pupil as her sheet has them', () => {
    const plain = 'T T T T T T 3 Học sinh Giỏi LL';
    assert.equal(text.split(withoutSpace(plain)).length - 1, 39);
    for (const { student } of sheets) assert.ok(text.includes(withoutSpace(`${student.fullName} 02/09/2009`)));
  });

  it('shows both results of a pupil assessed again', () => {
    assert.ok(text.includes(withoutSpace('3,8→10')));
    assert.ok(text.includes(withoutSpace('CĐ→Đ')));
  });

  it('counts levels, promotions and titles', () => {
    assert.ok(text.includes(withoutSpace('Học tập: Tốt 39, Khá 0, Đạt 1, Chưa đạt 0')));
    assert.ok(text.includes(withoutSpace('Học sinh Xuất sắc 0, Học sinh Giỏi 39')));
  });

  it('repeats its head on each page and is the same bytes each time', async () => {
    assert.equal(text.split(withoutSpace('Họ và tên học sinh Ngày sinh')).length - 1, pageCount(pdf));
    assert.deepEqual(await renderClassSummary(summary), pdf);
  });

  it('speaks of học viên where the class is of a centre', async () => {
    const centre = extractedText(await renderClassSummary(summariseSecondaryClass([continuingSheet])));
    assert.ok(centre.includes(withoutSpace('Họ và tên học viên Ngày sinh')));
    assert.ok(!centre.includes(withoutSpace('học sinh lớp')));
  });

  it('is of one class only', () => {
    assert.throws(() => summariseSecondaryClass([upperSecondarySheet, lowerSecondarySheet]), RangeError);
    assert.throws(() => summariseSecondaryClass([]), RangeError);
  });
});
