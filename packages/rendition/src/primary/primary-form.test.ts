import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { coreCompetences, coreQualities, primarySubjects } from '@hocba/record';
import { RenditionError } from '../pdf/rendition-error.ts';
import { hardestYearSheet } from '../testing/hardest-year-sheet.ts';
import {
  assertInOrder,
  embeddedFile,
  extractedText,
  pageCount,
  qrTextOfFirstPage,
  tool,
  withoutSpace,
  withPdfFile,
} from '../testing/pdf-tools.ts';
import { sampleRendition } from '../testing/sample-rendition.ts';
import { sampleYearSheet, subjectResult } from '../testing/sample-year-sheet.ts';
import { renderYearSheet } from '../year-sheet/render-year-sheet.ts';

const easy = sampleRendition(sampleYearSheet());
const hardest = sampleRendition(hardestYearSheet());
const easyPdf = await renderYearSheet(easy);
const hardestPdf = await renderYearSheet(hardest);

describe('the rendition of a year sheet', () => {
  it('is the same bytes each time, also after other documents', async () => {
    assert.deepEqual(await renderYearSheet(easy), easyPdf);
    assert.deepEqual(await renderYearSheet(hardest), hardestPdf);
  });

  it('is the same bytes in another process', () => {
    const program = join(import.meta.dirname, '../testing/render-sample.ts');
    const digest = execFileSync(process.execPath, [program], { encoding: 'utf8' }).trim();
    assert.equal(digest, createHash('sha256').update(hardestPdf).digest('hex'));
  });

  it('changes with any one field of the sheet', async () => {
    const other = sampleRendition(sampleYearSheet({ absentWithLeave: 3 }));
    assert.notDeepEqual(await renderYearSheet(other), easyPdf);
  });

  it('carries the record’s XML byte for byte as hocba.xml', () => {
    assert.deepEqual(Buffer.from(embeddedFile(easyPdf, 'hocba.xml')), Buffer.from(easy.recordXml));
  });

  it('says that the XML is its source and what it is', () => {
    const objects = withPdfFile(easyPdf, (file) => tool('qpdf', '--qdf', '--object-streams=disable', file, '-'));
    assert.match(objects, /\/AFRelationship \/Source/);
    assert.match(objects, /\/Subtype \/application#2fxml/);
  });

  it('shows the look-up address as a QR code a scanner reads', () => {
    assert.equal(qrTextOfFirstPage(easyPdf), easy.lookupUrl);
  });

  it('takes four pages for an ordinary pupil', () => {
    assert.equal(pageCount(easyPdf), 4);
  });
});

it('the file names itself, the school and the time of the last signature', () => {
  const info = withPdfFile(easyPdf, (file) => tool('pdfinfo', '-isodates', file));
  assert.match(info, /^Title:\s+Học bạ tiểu học – Trần Ngọc Khánh Vy – năm học 2025-2026$/m);
  assert.match(info, /^Author:\s+Trường Tiểu học Hoa Phượng$/m);
  assert.match(info, /^CreationDate:\s+2026-06-03T03:22:31Z$/m);
});

describe('the text of the rendition', () => {
  const text = extractedText(hardestPdf);

  it('is in NFC', () => {
    assert.equal(text, text.normalize('NFC'));
  });

  it('holds every label of the official form', () => {
    for (const label of [
      ...FORM_LABELS,
      ...[...primarySubjects, ...coreQualities, ...coreCompetences].map(({ label }) => label),
    ]) {
      assert.ok(text.includes(withoutSpace(label)), label);
    }
  });

  it('holds the labels in the order of the form', () => {
    const places = SECTIONS.map((label) => text.indexOf(withoutSpace(label)));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it('holds every comment and every fact of the pupil whole', () => {
    const { sheet } = hardest;
    const { student, qualitiesAndCompetences: rated } = sheet;
    const said = [
      ...sheet.subjects.map(({ comment }) => comment),
      ...[rated.qualitiesComment, rated.generalCompetencesComment, rated.specificCompetencesComment],
      ...[
        student.fullName,
        student.studentId,
        student.personalId,
        student.birthPlace,
        student.homeTown,
        student.address,
      ],
      ...[student.fatherName, student.motherName, student.guardianName, sheet.school.name, sheet.school.communeName],
      ...[sheet.className, sheet.lookupCode, sheet.recordId, hardest.xmlDigestHex, hardest.lookupUrl],
      ...sheet.conclusion.commendations,
    ];
    for (const value of said) assert.ok(text.includes(withoutSpace(value ?? '')), value ?? '');
  });

  it('holds the schooling the sheet states, with register number and date of entry', async () => {
    const schooling = [
      {
        schoolYear: '2024-2025' as const,
        className: '2B',
        schoolName: 'Trường Tiểu học Sao Mai',
        place: 'huyện Mỹ Xuyên, tỉnh Sóc Trăng',
        registerNumber: '0042/2024',
        enteredOn: '2024-09-05' as const,
      },
    ];
    const moved = extractedText(await renderYearSheet(sampleRendition(sampleYearSheet({ schooling }))));
    const first = ['2B', 'Sao Mai, huyện Mỹ Xuyên', '0042/2024', '05/09/2024'];
    assertInOrder(moved, ['QUÁ TRÌNH HỌC TẬP', ...first, '3A2', 'Hoa Phượng, Xã Củ Chi']);
  });

  it('shows who signed, in which capacity and when, in Vietnam’s time', () => {
    for (const { name, position } of hardest.signatures.slice(0, 2)) {
      assert.ok(text.includes(withoutSpace(`Người ký: ${name} Tư cách: ${position}`)), name);
    }
    assert.ok(text.includes(withoutSpace('Thời điểm: 10:21:31 ngày 02/06/2026 (GMT+7)')));
    assert.ok(text.includes(withoutSpace('ĐÃ KÝ SỐ CỦA CƠ QUAN TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ')));
  });

  it('keeps the first result beside the one after the supplementary assessment', () => {
    assert.ok(text.includes(withoutSpace('Toán C ĐGBS: H 4 ĐGBS: 6')));
    assert.ok(
      text.includes(withoutSpace('Hoàn thành (sau đánh giá bổ sung; kết quả trước đánh giá bổ sung: Chưa hoàn thành)')),
    );
  });

  it('carries the note of what it is on every page after the cover', () => {
    const notes =
      text.split(withoutSpace(`Bản thể hiện của học bạ số ${hardest.sheet.recordId}, phiên bản 12`)).length - 1;
    assert.equal(notes, 7);
  });
});

describe('a sheet that is not signed', () => {
  it('says so in every place', async () => {
    const text = extractedText(await renderYearSheet({ ...easy, signatures: [] }));
    assert.equal(text.split(withoutSpace('(Chưa ký số)')).length - 1, 3);
    assert.ok(!text.includes(withoutSpace('ĐÃ KÝ SỐ')));
  });
});

describe('subject teachers who signed their rows', () => {
  it('are listed with subject, capacity and time', async () => {
    const signature = {
      slot: 'subjectTeacher-2',
      name: 'Vũ Đình Toàn',
      position: 'Giáo viên môn Toán',
      role: 'GVBM-TO',
      signedAt: '2026-05-28T17:00:00Z',
    } as const;
    for (const position of ['Giáo viên môn Toán', 'Giáo viên']) {
      const signatures = [{ ...signature, position }, ...easy.signatures];
      const text = extractedText(await renderYearSheet({ ...easy, signatures }));
      const capacity = position === 'Giáo viên' ? 'Giáo viên: Toán' : position;
      assert.ok(text.includes(withoutSpace(`${capacity} Vũ Đình Toàn 00:00:00 ngày 29/05/2026 (GMT+7)`)), position);
    }
  });
});

describe('text typed by people', () => {
  it('is never markup', async () => {
    const comment = '#panic("x") $x^2$ *đậm* _nghiêng_ `mã` \\ <nhãn> @khoá -- "nháy" // hết';
    const sheet = sampleYearSheet({ subjects: [subjectResult('vietnamese', 9, comment)] });
    assert.ok(extractedText(await renderYearSheet(sampleRendition(sheet))).includes(withoutSpace(comment)));
  });

  it('with a character the font cannot draw is refused by name', async () => {
    const sheet = sampleYearSheet({ subjects: [subjectResult('vietnamese', 9, 'Em rất giỏi 😀')] });
    await assert.rejects(
      renderYearSheet(sampleRendition(sheet)),
      (error) =>
        error instanceof RenditionError &&
        error.code === 'unprintable-character' &&
        error.message.includes('ký tự không in được: “😀”.'),
    );
  });

  it('of 10,000 characters breaks over pages and loses nothing', async () => {
    const comment = Array.from({ length: 1250 }, (_, index) => `chữ${String(index).padStart(4, '0')}`).join(' ');
    const sheet = sampleYearSheet({ subjects: [subjectResult('vietnamese', 9, comment)] });
    const text = extractedText(await renderYearSheet(sampleRendition(sheet)));
    for (const word of comment.split(' ')) assert.ok(text.includes(word), word);
  });
});

const SECTIONS = [
  '1. Các môn học và hoạt động giáo dục',
  '2. Những phẩm chất chủ yếu',
  '3. Những năng lực cốt lõi',
  '3.1. Những năng lực chung',
  '3.2. Những năng lực đặc thù',
  '4. Đánh giá kết quả giáo dục',
  '5. Khen thưởng',
  '6. Hoàn thành chương trình lớp học/ chương trình tiểu học',
  'Xác nhận của Hiệu trưởng',
];

const FORM_LABELS = [
  ...SECTIONS,
  'BỘ GIÁO DỤC VÀ ĐÀO TẠO',
  'HỌC BẠ TIỂU HỌC',
  'Họ và tên học sinh',
  'Trường',
  'Xã (Phường, Thị trấn)',
  'Tỉnh (Thành phố)',
  'Giới tính',
  'Ngày, tháng, năm sinh',
  'Dân tộc',
  'Quốc tịch',
  'Nơi sinh',
  'Quê quán',
  'Nơi ở hiện nay',
  'Họ và tên cha',
  'Họ và tên mẹ',
  'Người giám hộ (nếu có)',
  'HIỆU TRƯỞNG',
  'QUÁ TRÌNH HỌC TẬP',
  'Năm học',
  'Lớp',
  'Tên trường',
  'Số đăng bộ',
  'Ngày nhập học/chuyển đến',
  'Chiều cao',
  'Cân nặng',
  'Số ngày nghỉ có phép',
  'Số ngày nghỉ không phép',
  'Môn học và hoạt động giáo dục',
  'Mức đạt được',
  'Điểm KTĐK',
  'Nhận xét',
  'Phẩm chất',
  'Năng lực',
  '(Ký, ghi rõ họ tên và đóng dấu)',
  'Giáo viên chủ nhiệm',
  '(Ký và ghi rõ họ tên)',
  'Mã số tra cứu học bạ',
  'Mã định danh học bạ',
  'Phiên bản',
  'Ngày hiệu lực: kể từ ngày chốt dữ liệu; tra cứu tại cổng',
  'SHA-256 của hocba.xml',
];
