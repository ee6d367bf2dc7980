import { type Html, html } from '@hocba/verify/html';
import type { YearAnswer } from '../look-up.ts';
import { attemptsAllowed, birthDateForm } from '../lookup.policy.ts';
import type { Page } from './layout.ts';
import { inFours, stateWords, vietnameseDay, vietnameseTime } from './words.ts';

export interface RecordPage {
  readonly code: string;
  readonly answers: readonly YearAnswer[];
  readonly at: Date;
  /** After a wrong birth date. */
  readonly problem?: string;
}

/** What a code's holder sees. */
export function recordPage({ code, answers, at, problem }: RecordPage): Page {
  const body = html`
<h1>Kết quả tra cứu</h1>
${answers.map(yearCard)}
<section class="card" aria-labelledby="ban-day-du">
<h2 id="ban-day-du">Xem bản đầy đủ</h2>
${problem ? html`<p class="problem" role="alert">${problem}</p>` : null}
<form action="/h/${code}" method="post">
<label for="ngay-sinh">Ngày sinh của học sinh, đúng như ghi trên học bạ</label>
<input id="ngay-sinh" name="ngaySinh" required autocomplete="off" maxlength="10" placeholder="09/03/2015" aria-describedby="ngay-sinh-goi-y">
<p class="hint" id="ngay-sinh-goi-y">Dạng ${dateForms(answers)}. Học bạ chỉ ghi năm hoặc tháng thì nhập đúng như vậy. Được thử ${attemptsAllowed} lần.</p>
<button type="submit">Mở tệp PDF và XML</button>
</form>
</section>
<section class="answered">
<p>Cổng trả lời lúc <b>${vietnameseTime(at)}</b> cho mã <span class="mono">${inFours(code)}</span>.</p>
<p><a href="/h/${code}.json">Tải bản trả lời có chữ ký số của cổng (JSON)</a> để làm bằng chứng về kết quả tra cứu này.</p>
</section>`;
  return { title: 'Kết quả tra cứu', body, at: 'lookup' };
}

function dateForms(answers: readonly YearAnswer[]): string {
  return [...new Set(answers.map(({ record }) => birthDateForm(record)))].join(' hoặc ');
}

function yearCard({ view, earlier }: YearAnswer): Html {
  const day = view.effectiveDate === null ? null : vietnameseDay(view.effectiveDate);
  const { tone, title, sentence } = stateWords(view.state, day);
  return html`<article class="card">
<div class="state ${tone}"><h2>${title}</h2><p>${sentence}</p></div>
<dl>
<div><dt>Học sinh</dt><dd>${view.maskedName}</dd></div>
<div><dt>Trường</dt><dd>${view.schoolName}</dd></div>
<div><dt>Lớp</dt><dd>${view.className} (khối ${view.grade})</dd></div>
<div><dt>Năm học</dt><dd>${view.schoolYear.replace('-', '–')}</dd></div>
<div><dt>Phiên bản</dt><dd>${view.version}${earlier.length > 0 ? html` <span class="hint">(${earlierWords(earlier)})</span>` : null}</dd></div>
<div><dt>Ngày hiệu lực</dt><dd>${day ?? 'Chưa có'}</dd></div>
</dl>
<details><summary>Mã băm SHA-256 của tệp</summary>
<dl class="digests"><div><dt>XML</dt><dd class="mono">${view.xmlSha256}</dd></div><div><dt>PDF</dt><dd class="mono">${view.pdfSha256}</dd></div></dl>
</details>
</article>`;
}

function earlierWords(earlier: YearAnswer['earlier']): string {
  return earlier
    .map(({ version, state }) => `phiên bản ${version}: ${state === 'withdrawn' ? 'trường đã rút' : 'đã được thay'}`)
    .join('; ');
}
