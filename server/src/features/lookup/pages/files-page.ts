import { html } from '@hocba/verify/html';
import type { PublishedRecord } from '../published.store.ts';
import type { Page } from './layout.ts';

export interface OpenedRecord {
  readonly record: PublishedRecord;
  /** Addresses good for a few minutes. */
  readonly pdf: string;
  readonly xml: string;
}

/** After the right birth date: whose record it is, and both files. */
export function filesPage(code: string, opened: readonly OpenedRecord[]): Page {
  const cards = opened.map(
    ({ record, pdf, xml }) => html`<article class="card">
<h2>${record.studentName}</h2>
<p>${record.schoolName}, lớp ${record.className}, năm học ${record.schoolYear.replace('-', '–')}, phiên bản ${record.version}.</p>
<p>Kết quả năm học: <b>${record.yearResult ?? 'không đánh giá mức'}</b></p>
<p class="actions"><a class="button" href="${pdf}">Tải PDF</a> <a class="button plain" href="${xml}">Tải XML (bản gốc dữ liệu)</a></p>
</article>`,
  );
  const body = html`
<h1>Bản đầy đủ</h1>
<p class="lead">Đường tải có giá trị trong 10 phút.</p>
${cards}
<p><a href="/h/${code}">Trở lại kết quả tra cứu</a></p>`;
  return { title: 'Bản đầy đủ', body, at: 'lookup' };
}
