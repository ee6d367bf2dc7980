import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LowerSecondaryYearSheet } from '@hocba/record';
import { continuingSheet, lowerSecondarySheet, upperSecondarySheet } from '@hocba/record/testing';
import {
  assertInOrder,
  embeddedFile,
  extractedText,
  pageTexts,
  qrTextOfFirstPage,
  withoutSpace,
} from '../testing/pdf-tools.ts';
import { sampleRendition } from '../testing/sample-rendition.ts';
import { sampleYearSheet } from '../testing/sample-year-sheet.ts';
import { renderBooklet } from './render-booklet.ts';

const grade8 = lowerSecondarySheet;
const [, , thisYear] = grade8.schooling;
const grade9: LowerSecondaryYearSheet = {
  ...grade8,
  grade: 9,
  className: '9A2',
  schoolYear: '2026-2027',
  schooling: thisYear
    ? [...grade8.schooling, { ...thisYear, schoolYear: '2026-2027', className: '9A2' }]
    : grade8.schooling,
  conclusion: { ...grade8.conclusion, levelCompleted: true },
};
const grade7Elsewhere: LowerSecondaryYearSheet = {
  ...grade8,
  recordId: 'abcdefabcdefabcdefabcdefabcdefab',
  grade: 7,
  className: '7/4',
  schoolYear: '2024-2025',
  school: { ...grade8.school, name: 'Trường Trung học cơ sở Mỹ Tú' },
  schooling: grade8.schooling.slice(0, 1),
};
const secondVersion = { ...grade8, version: 2, className: '8A3' };

const years = [grade9, grade8, grade7Elsewhere, secondVersion].map((sheet) => sampleRendition(sheet));
const pdf = await renderBooklet({ years });
const text = extractedText(pdf);

describe('the booklet of a level', () => {
  it('has cover, guidance, personal page, each year oldest first, and the list of originals', () => {
    assertInOrder(text, [
      'HỌC BẠ TRUNG HỌC CƠ SỞ',
      'Các năm học: 2024 – 2025; 2025 – 2026; 2026 – 2027',
      'HƯỚNG DẪN SỬ DỤNG HỌC BẠ',
      '1. Quy định chung',
      '2. Ghi các nội dung',
      'QUÁ TRÌNH HỌC TẬP',
      '2023 – 2024',
      'Lớp: 7/4',
      'Trường: Trung học cơ sở Mỹ Tú',
      'Lớp: 8A3',
      'Lớp: 9A2',
      'Hoàn thành chương trình trung học cơ sở: Đã hoàn thành',
      'CÁC BẢN GỐC ĐÃ KÝ SỐ',
      'lớp 7/4, Trường Trung học cơ sở Mỹ Tú',
      'hocba-2025-2026.xml (phiên bản 2)',
      'hocba-2026-2027.xml (phiên bản 1)',
    ]);
  });

  it('shows the newest version of a year only', () => {
    assert.ok(!text.includes(withoutSpace('Lớp: 8A2')));
  });

  it('lists the signatures of each year by themselves', () => {
    const [, , latest] = text.split(withoutSpace('Thời điểm ký số (GMT+7)'));
    assert.ok(latest?.startsWith(withoutSpace('Giáo viên môn Ngữ văn Ngô Bảo Châm Giáo viên 10:08:31 20/05/2026')));
    assert.equal(text.split(withoutSpace('Con dấu của trường')).length - 1, 3);
  });

  it('says which grades are not in it', () => {
    assert.ok(text.includes(withoutSpace('Không có bản gốc học bạ số trong tệp này: lớp 6.')));
  });

  it('carries the XML of every year shown, and leads to the newest', () => {
    for (const { sheet, recordXml } of years.filter((year) => year.sheet !== grade8))
      assert.deepEqual(Buffer.from(embeddedFile(pdf, `hocba-${sheet.schoolYear}.xml`)), Buffer.from(recordXml));
    assert.equal(qrTextOfFirstPage(pdf), years[0]?.lookupUrl);
  });

  it('is the same bytes whatever the order of the years', async () => {
    assert.deepEqual(await renderBooklet({ years: years.toReversed() }), pdf);
  });
});

describe('the primary booklet', () => {
  it('has the form’s guidance and a row of schooling for each year', async () => {
    const sheets = [3, 1, 2].map((grade) =>
      sampleYearSheet({
        grade: grade as 1 | 2 | 3,
        className: `${grade}A`,
        schoolYear: `${2022 + grade}-${2023 + grade}`,
      }),
    );
    const pages = pageTexts(await renderBooklet({ years: sheets.map((sheet) => sampleRendition(sheet)) }));
    assert.equal(pages.length, 10);
    assertInOrder(pages[1] ?? '', [
      'HƯỚNG DẪN GHI HỌC BẠ',
      '1. Mục',
      '2. Mục',
      '3. Mục',
      '4. Mục',
      '5. Mục',
      '6. Học bạ số',
    ]);
    assertInOrder(pages[2] ?? '', ['QUÁ TRÌNH HỌC TẬP', '2023 – 2024', '1A', '2024 – 2025', '2A', '2025 – 2026', '3A']);
    assert.ok(!pages[9]?.includes(withoutSpace('Không có bản gốc')));
  });
});

describe('years that make no booklet', () => {
  it('are none, of two pupils or of two forms', async () => {
    const other = { ...grade8, student: { ...grade8.student, studentId: '0940009999' } };
    const lower = { ...continuingSheet, grade: 9 as const };
    for (const sheets of [[], [grade8, other], [grade8, upperSecondarySheet], [continuingSheet, lower]])
      await assert.rejects(renderBooklet({ years: sheets.map((sheet) => sampleRendition(sheet)) }), RangeError);
  });
});
