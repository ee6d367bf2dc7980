import type { SigningRequest } from '../signing-requests.ts';
import type { TokenCertificate } from '../token/list-certificates.ts';

const STYLE = `*{box-sizing:border-box}body{margin:0;background:#eef2f6;color:#16202b;font:17px/1.5 system-ui,"Segoe UI",Roboto,sans-serif}
main{max-width:640px;min-height:100vh;margin:0 auto;padding:20px 24px 32px;background:#fff}h1{font-size:22px;line-height:1.3;margin:0 0 8px}
ol{margin:12px 0;padding:8px 8px 8px 52px;max-height:320px;overflow:auto;border:1px solid #dde3ea;border-radius:8px;background:#fafbfc}
.count{font-size:28px;font-weight:700;margin:8px 0 0}.quiet{color:#475566;font-size:15px}.root{font:15px/1.6 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
label{display:block;margin:14px 0;font-weight:600}input{display:block;width:100%;margin-top:6px;padding:12px;font:inherit;border:1px solid #8593a3;border-radius:8px}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:10px}button{min-height:52px;padding:10px;border-radius:10px;border:1px solid transparent;font:inherit;font-weight:600;cursor:pointer}
.yes{background:#0b5cad;color:#fff}.no{background:#fff;color:#a3150f;border-color:#a3150f}:focus-visible{outline:3px solid #f0a500;outline-offset:2px}
.problem{padding:12px;border-radius:8px;background:#fdecea;color:#8a120d}.done{padding:12px;border-radius:8px;background:#e6f4ea;color:#14532d}`;

interface Shown {
  readonly schoolOrigin: string;
  readonly certificate: TokenCertificate;
  /** Typed for an earlier list of the same act. */
  readonly pinKept: boolean;
  readonly problem?: string;
}

/** What will be signed, with whose key, for whom; and the only field a PIN is ever typed into. */
export function confirmPage(request: SigningRequest, of: Shown): string {
  const items = request.documents.map(({ label }) => `<li>${escapeHtml(label)}</li>`).join('');
  const count = request.documents.length.toLocaleString('vi-VN');
  return page(
    'Ký bằng thiết bị ký',
    `<h1>${escapeHtml(request.description)}</h1>
<p class="quiet">Trang yêu cầu: <b>${escapeHtml(of.schoolOrigin)}</b>. Người ký: <b>${escapeHtml(of.certificate.holder)}</b> (thiết bị “${escapeHtml(of.certificate.tokenLabel)}”).</p>
<p class="count">${count} tài liệu</p>
<ol tabindex="0" aria-label="Danh sách tài liệu sẽ ký">${items}</ol>
<p class="quiet">Mã danh sách: phải giống mã trên màn hình của trường.</p><p class="root">${inFours(request.listDigest)}</p>
${of.problem === undefined ? '' : `<p class="problem" role="alert">${escapeHtml(of.problem)}</p>`}${pinWarning(of.certificate)}
<form method="post" action="?attempt=${request.attempt}" autocomplete="off">${of.pinKept ? PIN_KEPT : PIN_FIELD}
<p class="quiet">${request.act === undefined ? FOR_THIS_LIST : FOR_THIS_ACT}</p>
<div class="pair"><button class="no" name="decision" value="reject">Từ chối</button><button class="yes" name="decision" value="approve">Ký ${count} tài liệu</button></div></form>`,
  );
}

const PIN_FIELD =
  '<label>Mã PIN của thiết bị ký<input name="pin" type="password" autocomplete="off" maxlength="64" autofocus></label>';
const PIN_KEPT = '<p>Không cần nhập lại mã PIN: đã nhập ở danh sách trước của cùng lượt ký.</p>';
const FOR_THIS_LIST = 'Mã PIN chỉ dùng cho danh sách này, không được lưu lại và không gửi ra khỏi máy.';
const FOR_THIS_ACT =
  'Lượt ký này có hai danh sách: nay là học bạ (XML), sau đó là bản PDF làm từ chính các học bạ này. Bản PDF được ký tiếp mà không hỏi lại mã PIN. Mã PIN chỉ nằm trong bộ nhớ của máy này, nhiều nhất 20 phút, và bị xoá khi lượt ký xong hoặc khi rút thiết bị.';

/** The end of it; of this list only, while the PIN is kept for the next. */
export function outcomePage(signed: boolean, count: number, goesOn = false): string {
  const sentence = signed
    ? `Đã ký ${count.toLocaleString('vi-VN')} tài liệu. ${goesOn ? 'Bản PDF sẽ được ký tiếp: giữ nguyên thiết bị và trang của trường. ' : ''}Có thể đóng trang này.`
    : 'Đã từ chối. Không có gì được ký. Có thể đóng trang này.';
  return page('Ký bằng thiết bị ký', `<h1>Ký bằng thiết bị ký</h1><p class="done" role="status">${sentence}</p>`);
}

/** For an address that stands for nothing any more, and for a form that was answered already. */
export function gonePage(): string {
  return page(
    'Không còn yêu cầu này',
    '<h1>Không còn yêu cầu này</h1><p>Yêu cầu đã được trả lời hoặc đã quá hạn. Hãy bấm ký lại trên trang của trường.</p>',
  );
}

function pinWarning({ pin }: TokenCertificate): string {
  const sentences = {
    good: '',
    low: 'Mã PIN đã bị nhập sai trước đó. Hãy nhập cẩn thận.',
    lastTry: 'Chỉ còn một lần nhập mã PIN. Nhập sai nữa thiết bị sẽ bị khoá.',
    locked: 'Thiết bị ký đã bị khoá. Hãy liên hệ nơi cấp để mở khoá.',
  };
  return sentences[pin] === '' ? '' : `<p class="problem" role="alert">${sentences[pin]}</p>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

function inFours(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
