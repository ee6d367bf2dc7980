import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  continuingSheet,
  hardestLowerSecondarySheet,
  lowerSecondarySheet,
  upperSecondarySheet,
} from '@hocba/record/testing';
import { hardestSecondarySheet } from '../testing/hardest-secondary-sheet.ts';
import {
  assertInOrder,
  embeddedFile,
  extractedText,
  pageCount,
  pageTexts,
  qrTextOfFirstPage,
  withoutSpace,
} from '../testing/pdf-tools.ts';
import { sampleRendition } from '../testing/sample-rendition.ts';
import {
  conclusionColumns,
  continuingLabels,
  lowerSecondaryLabels,
  marksColumns,
  upperSecondaryLabels,
} from '../testing/secondary-labels.ts';
import { renderYearSheet } from '../year-sheet/render-year-sheet.ts';

const forms = [
  { name: 'THCS', sheet: lowerSecondarySheet, labels: lowerSecondaryLabels },
  { name: 'THPT', sheet: upperSecondarySheet, labels: upperSecondaryLabels },
  { name: 'GDTX', sheet: continuingSheet, labels: continuingLabels },
] as const;

for (const { name, sheet, labels } of forms) {
  const rendition = sampleRendition(sheet);
  const pdf = await renderYearSheet(rendition);
  const pages = pageTexts(pdf);

  describe(`the form of ${name}`, () => {
    it('has every label in its place, page by page', () => {
      const [cover = '', personal = '', marks = '', conclusion = ''] = pages;
      assertInOrder(cover, labels.cover);
      assertInOrder(personal, labels.personal);
      assertInOrder(marks, labels.marks);
      assertInOrder(conclusion, labels.conclusion);
      for (const label of marksColumns) assert.ok(marks.includes(withoutSpace(label)), label);
      for (const label of conclusionColumns) assert.ok(conclusion.includes(withoutSpace(label)), label);
    });

    it('takes four pages for an ordinary pupil', () => {
      assert.equal(pages.length, 4);
    });

    it('shows who signed each row and when', () => {
      const teachers = rendition.signatures.filter(({ slot }) => slot.startsWith('subjectTeacher-'));
      assert.equal(teachers.length, sheet.subjects.length);
      for (const { name: teacher, signedAt } of teachers) {
        const time = new Date(Date.parse(signedAt) + 7 * 3_600_000).toISOString();
        assert.ok(pages[2]?.includes(withoutSpace(`Ký số: ${teacher}, ${time.slice(11, 19)}`)), teacher);
      }
    });

    it('carries the record’s XML and its address', () => {
      assert.deepEqual(Buffer.from(embeddedFile(pdf, 'hocba.xml')), Buffer.from(rendition.recordXml));
      assert.equal(qrTextOfFirstPage(pdf), rendition.lookupUrl);
    });

    it('is the same bytes each time', async () => {
      assert.deepEqual(await renderYearSheet(rendition), pdf);
    });
  });
}

describe('the form of a pupil with nineteen rows and the longest texts', async () => {
  const rendition = sampleRendition(hardestSecondarySheet());
  const { sheet } = rendition;
  const pdf = await renderYearSheet(rendition);
  const text = extractedText(pdf);
  const pages = pageTexts(pdf);
  const marksPages = pages.filter((page) => page.includes(withoutSpace('chữ kí của giáo viên môn học')));

  it('loses nothing', () => {
    const { student, conclusion, school } = sheet;
    const said = [
      ...sheet.subjects.flatMap(({ comment, topic, otherTeachers }) => [comment, topic?.title ?? '', ...otherTeachers]),
      ...[student.fullName, student.birthPlace, student.address, student.policyBeneficiary, student.personalId],
      ...[student.fatherName, student.fatherOccupation, student.motherName, student.motherOccupation],
      ...[student.guardianName, student.guardianOccupation, school.communeName, sheet.className],
      ...sheet.schooling.flatMap(({ schoolName, place, className }) => [schoolName, place, className]),
      ...[conclusion.homeroomComment, conclusion.summerComment, conclusion.principalReason],
      ...conclusion.qualifications.flatMap(({ title, issuer, grading }) => [title, issuer, grading]),
      ...conclusion.competitions.map(({ name }) => name),
      ...conclusion.commendations.map(({ text: commendation }) => commendation),
    ];
    for (const value of said) assert.ok(text.includes(withoutSpace(value ?? '')), value ?? '');
  });

  it('repeats the head of the table on each page of it and cuts no row in two', () => {
    assert.ok(marksPages.length >= 3);
    for (const { slot, name, signedAt } of rendition.signatures.slice(0, sheet.subjects.length)) {
      const comment = sheet.subjects[Number(slot.split('-')[1]) - 1]?.comment ?? '';
      const minutes = new Date(Date.parse(signedAt) + 7 * 3_600_000).toISOString().slice(11, 19);
      const page = marksPages.find((each) => each.includes(withoutSpace(`Ký số: ${name}`)) && each.includes(minutes));
      assert.ok(page?.includes(withoutSpace(comment)), `${slot} ${minutes}`);
    }
  });

  it('shows a row exempted, the results after reassessment and the phrase that holds', () => {
    assert.ok(text.includes(withoutSpace('Giáo dục thể chất (Hướng dẫn riêng của nhà trường) Miễn Miễn Miễn')));
    assert.ok(text.includes(withoutSpace('Toán (Hướng dẫn riêng của nhà trường) 4,9 3,2 3,8 10')));
    assertInOrder(pages.at(-2) ?? '', [
      '45',
      'có phép: 28; không phép: 17',
      'Đạt',
      'Đạt',
      'Được lên lớp sau đánh giá lại',
    ]);
  });

  it('names the capacity of one who is not simply the subject’s teacher', () => {
    assert.ok(text.includes(withoutSpace('Buôn Yă Mlô, Tổ trưởng chuyên môn tổ Ngữ văn')));
  });
});

describe('what may be missing', () => {
  it('is left empty, and a place without a signature says so', async () => {
    const { conclusion, student } = lowerSecondarySheet;
    const sheet = {
      ...lowerSecondarySheet,
      schooling: [],
      subjects: lowerSecondarySheet.subjects.map((row) => ({ ...row, comment: '' })),
      student: { ...student, birthPlace: null, address: null, fatherName: null, motherName: null },
      conclusion: { ...conclusion, homeroomComment: '', commendations: [] },
    };
    const pdf = await renderYearSheet({ ...sampleRendition(sheet), signatures: [] });
    assert.equal(pageCount(pdf), 4);
    const unsigned = extractedText(pdf).split(withoutSpace('(Chưa ký số)')).length - 1;
    assert.equal(unsigned, sheet.subjects.length + 5);
    assertInOrder(extractedText(pdf), [
      'QUÁ TRÌNH HỌC TẬP',
      'Tên trường, huyện, tỉnh',
      sheet.className,
      sheet.school.name,
    ]);
  });

  it('a row that the homeroom teacher answers for bears her signature', async () => {
    const subjects = lowerSecondarySheet.subjects.map((row) => ({ ...row, responsible: 'homeroomTeacher' as const }));
    const signatories = lowerSecondarySheet.signatories.slice(-3);
    const rendition = sampleRendition({ ...lowerSecondarySheet, subjects, signatories });
    const text = extractedText(await renderYearSheet(rendition));
    assert.equal(text.split(withoutSpace('Ký số: Lâm Thị Hồng, 10:20:31')).length - 1, subjects.length);
  });
});

describe('comments taller than a page', () => {
  it('break over pages, lose nothing and keep their signature', async () => {
    const comment = Array.from({ length: 1250 }, (_, index) => `chữ${String(index).padStart(4, '0')}`).join(' ');
    const [first, ...others] = lowerSecondarySheet.subjects;
    const sheet = {
      ...lowerSecondarySheet,
      subjects: first ? [{ ...first, comment }, ...others] : others,
      conclusion: { ...lowerSecondarySheet.conclusion, homeroomComment: comment },
    };
    const text = extractedText(await renderYearSheet(sampleRendition(sheet)));
    for (const word of comment.split(' ')) assert.equal(text.split(word).length - 1, 2, word);
    assert.ok(text.includes(withoutSpace('chữ1249 Ký số: Ngô Bảo Châm')));
  });
});

describe('the last grade', () => {
  it('says that the programme is completed, which the head confirms', async () => {
    const conclusion = { ...lowerSecondarySheet.conclusion, levelCompleted: true };
    const pdf = await renderYearSheet(sampleRendition({ ...lowerSecondarySheet, grade: 9, conclusion }));
    assert.ok(extractedText(pdf).includes(withoutSpace('Hoàn thành chương trình trung học cơ sở: Đã hoàn thành')));
  });
});

describe('the hardest sheet of THCS', () => {
  it('keeps every label', async () => {
    const text = extractedText(await renderYearSheet(sampleRendition(hardestLowerSecondarySheet)));
    const { cover, personal, marks, conclusion } = lowerSecondaryLabels;
    for (const label of [...cover, ...personal, ...marks, ...conclusion, ...conclusionColumns])
      assert.ok(text.includes(withoutSpace(label)), label);
  });
});
