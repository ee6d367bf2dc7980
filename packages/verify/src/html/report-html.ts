import type { Check, CheckOutcome, PartReport, VerificationReport } from '../report.ts';
import { type Html, html } from './html.ts';
import { signatureList, untrusted } from './signature-list.ts';

/** Kết quả kiểm tra: the outcome, every check in words, what was changed and whose signature that breaks. */
export interface ReportPieces {
  /** The outcome and what the file says of itself; `more` stands below, in the same card. */
  summary(fileName: string, more?: Html): Html;
  /** Changed parts, signatures, every check. */
  readonly details: Html;
}

/** The report as pieces of a page, for the portal's pages and for the check in the visitor's own browser. */
export function reportHtml(report: VerificationReport): ReportPieces {
  const trusted = !report.checks.some(({ name, outcome }) => name === 'content-intact' && outcome === 'failed');
  return {
    summary: (fileName, more) => html`<div class="card">
<div class="state ${tones[report.outcome]}"><h2>${titles[report.outcome]}</h2><p>${report.sentence}</p></div>
<dl>
<div><dt>Tệp</dt><dd>${fileName}</dd></div>
${report.record ? recordRows(report.record, trusted) : null}
</dl>
${more ?? null}
</div>`,
    details: html`${changedParts(report.parts)}
${signatureList(report.signatures, trusted)}
${report.checks.length > 0 ? checkList(report.checks) : null}`,
  };
}

const titles = {
  valid: 'Tệp hợp lệ',
  invalid: 'Tệp không hợp lệ',
  indeterminate: 'Chưa kết luận được',
  unreadable: 'Không đọc được tệp',
} as const;

const tones = { valid: 'good', invalid: 'bad', indeterminate: 'wait', unreadable: 'bad' } as const satisfies Record<
  VerificationReport['outcome'],
  string
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
