import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hardestYearSheet } from '../testing/hardest-year-sheet.ts';
import { extractedText, pageCount, tool, withoutSpace, withPdfFile } from '../testing/pdf-tools.ts';
import { sampleClass } from '../testing/sample-class.ts';
import { summariseClass } from './class-summary.ts';
import { renderClassSummary } from './render-class-summary.ts';

const summary = summariseClass(sampleClass(45));
const pdf = await renderClassSummary(summary);
const text = extractedText(pdf);

describe('the class summary', () => {
  it('has a row for each of 45 pupils, with number, name and birth date', () => {
    for (const [index, { fullName }] of summary.rows.entries()) {
      assert.ok(text.includes(withoutSpace(`${index + 1} ${fullName} 09/03/2017`)), fullName);
    }
  });

  it('shows the marks of each row as its sheet has them', () => {
    assert.ok(
      text.includes(
        withoutSpace(
          "3 H'Nguyệt Niê Kdăm 09/03/2017 T 9 T 10 T 8 T 9 T 8 TTTTTT TTTTT TTT TTTTTTT HTT Học sinh Tiêu biểu",
        ),
      ),
    );
  });

  it('shows both results of a pupil assessed again', () => {
    assert.ok(text.includes(withoutSpace('4 Lê Hoàng Phúc Thịnh 09/03/2017 H 7 C→H 4→6')));
  });

  it('counts the results', () => {
    assert.ok(
      text.includes(
        withoutSpace('Hoàn thành tốt: 43; Hoàn thành: 1; Chưa hoàn thành: 1; Hoàn thành chương trình lớp học: 44'),
      ),
    );
  });

  it('repeats its header on every page', () => {
    const pages = pageCount(pdf);
    assert.ok(pages >= 2);
    assert.equal(text.split(withoutSpace('Họ và tên học sinh Ngày sinh')).length - 1, pages);
  });

  it('leaves out columns in which nobody was assessed', async () => {
    const narrow = extractedText(await renderClassSummary(summariseClass(sampleClass(3))));
    assert.ok(!narrow.includes(withoutSpace('Tiếng dân tộc')));
    assert.ok(text.includes(withoutSpace('Tiếng dân tộc')));
  });

  it('is landscape A4, and the same bytes each time', async () => {
    assert.match(
      withPdfFile(pdf, (file) => tool('pdfinfo', file)),
      /Page size:\s+841\.89 x 595\.276 pts/,
    );
    assert.deepEqual(await renderClassSummary(summary), pdf);
  });

  it('is of one class only', () => {
    assert.throws(() => summariseClass([...sampleClass(1), hardestYearSheet()]), RangeError);
    assert.throws(() => summariseClass([]), RangeError);
  });
});
