import type { Check, CheckOutcome, PartReport, VerificationReport } from '@hocba/verify';
import type { RegistryRelation } from '../registry-relation.ts';
import { checkForm } from './check-form.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { signatureList, untrusted } from './signature-list.ts';
import { type Tone, vietnameseTime } from './words.ts';

/** The empty form, with what was wrong with the last try. */
export function checkPage(problem?: string): Page {
  const body = html`
<h1>Kiểm tra tệp học bạ</h1>
<p class="lead">Cổng kiểm tra chữ ký số, dấu thời gian, nội dung và cho biết phần nào bị sửa, nếu có.</p>
<section class="card">
${problem ? html`<p class="problem" role="alert">${problem}</p>` : null}
${checkForm()}
</section>`;
  return { title: 'Kiểm tra tệp', body, at: 'check' };
}

export interface CheckedFile {
  readonly fileName: string;
  readonly report: VerificationReport;
  readonly relation: RegistryRelation;
  readonly at: Date;
}

/** Every check with its outcome in words, what was changed and whose signature that breaks. */
export function reportPage({ fileName, report, relation, at }: CheckedFile): Page {
  const trusted = !report.checks.some(({ name, outcome }) => name === 'content-intact' && outcome === 'failed');
  const body = html`
<h1>Kết quả kiểm tra</h1>
<div class="card">
<div class="state ${tones[report.outcome]}"><h2>${titles[report.outcome]}</h2><p>${report.sentence}</p></div>
<dl>
<div><dt>Tệp</dt><dd>${fileName}</dd></div>
${report.record ? recordRows(report.record, trusted) : null}
</dl>
<div class="state ${relation.tone}"><h3>${relation.title}</h3><p>${relation.sentence}</p></div>
</div>
${changedParts(report.parts)}
${signatureList(report.signatures, trusted)}
${report.checks.length > 0 ? checkList(report.checks) : null}
<p class="answered">Kiểm tra lúc <b>${vietnameseTime(at)}</b>. Tệp không được lưu lại.</p>
<section class="card"><h2>Kiểm tra tệp khác</h2>${checkForm()}</section>`;
  return { title: 'Kết quả kiểm tra', body, at: 'check' };
}

const titles = {
  valid: 'Tệp hợp lệ',
  invalid: 'Tệp không hợp lệ',
  indeterminate: 'Chưa kết luận được',
  unreadable: 'Không đọc được tệp',
} as const;

const tones = { valid: 'good', invalid: 'bad', indeterminate: 'wait', unreadable: 'bad' } as const satisfies Record<
  VerificationReport['outcome'],
  Tone
>;

const outcomeWords = {
  passed: 'Đạt',
  failed: 'Không đạt',
  indeterminate: 'Chưa kết luận được',
} as const satisfies Record<CheckOutcome, string>;

function recordRows(record: NonNullable<VerificationReport['record']>, trusted: boolean): Html {
  const rows = [
    ['Học sinh', record.studentName],
    ['Trường', record.schoolName],
    ['Lớp, năm học', `${record.className}, ${record.schoolYear.replace('-', '–')}`],
    ['Phiên bản', record.version],
  ] as const;
  const doubt = trusted ? null : html` <span class="hint">(${untrusted})</span>`;
  return html`${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}${doubt}</dd></div>`)}`;
}

function changedParts(parts: readonly PartReport[]): Html | null {
  const changed = parts.filter(({ intact }) => intact === false);
  if (changed.length === 0) return null;
  const rows = changed.map(
    ({ label, coveredBy }) =>
      html`<li><b>${label}</b>${coveredBy.length > 0 ? html` – làm hỏng chữ ký của ${coveredBy.map(({ name }) => name).join(', ')}` : null}</li>`,
  );
  return html`<section class="card changed" aria-labelledby="bi-sua"><h2 id="bi-sua">Phần đã bị thay đổi sau khi ký</h2><ul>${rows}</ul></section>`;
}

function checkList(checks: readonly Check[]): Html {
  return html`<section class="card" aria-labelledby="tung-muc"><h2 id="tung-muc">Từng mục kiểm tra</h2>
<ol class="checks">${checks.map(checkRow)}</ol></section>`;
}

function checkRow(check: Check): Html {
  const more = check.details.filter((detail) => detail !== check.sentence);
  return html`<li class="${check.outcome}"><span class="mark">${outcomeWords[check.outcome]}</span>
<div><h3>${check.title}${check.required ? null : html` <span class="hint">(không bắt buộc)</span>`}</h3><p>${check.sentence}</p>
${more.length > 0 ? html`<ul>${more.map((detail) => html`<li>${detail}</li>`)}</ul>` : null}</div></li>`;
}
