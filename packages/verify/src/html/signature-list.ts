import type { SignatureReport } from '../report.ts';
import { vietnamTime } from '../vietnam-time.ts';
import { type Html, html } from './html.ts';

/** Who signed, as what, and when by the trusted timestamp. */
export function signatureList(signatures: readonly SignatureReport[], trusted: boolean): Html | null {
  if (signatures.length === 0) return null;
  return html`<section class="card" aria-labelledby="chu-ky"><h2 id="chu-ky">Chữ ký trong tệp</h2>
${trusted ? null : html`<p class="hint">${untrusted}</p>`}
<dl>${signatures.map(signatureRow)}</dl></section>`;
}

/** For whatever is read from a file whose content was changed. */
export const untrusted = 'theo tệp, chưa tin được';

function signatureRow({ place, name, timestampAt }: SignatureReport): Html {
  const when = timestampAt
    ? html`dấu thời gian ${vietnamTime(timestampAt)}`
    : html`chưa rõ thời điểm ký (không có dấu thời gian tin được)`;
  return html`<div><dt>${place}</dt><dd>${name || 'Không rõ tên'}<br><span class="hint">${when}</span></dd></div>`;
}
