import type { Authorisation } from '../authorisation/authorisation-store.ts';
import { escapeHtml, page } from './page.ts';

/** Who holds the phone, and how forms on it prove they came from it. */
export interface PhoneOwner {
  readonly userId: string;
  readonly fullName: string;
}

/** The PIN, before anything is shown. */
export function pinPage(userId: string, problem?: string): string {
  return page({
    title: 'Ký số: nhập mã PIN',
    body: `<header><span>Ký số từ xa · bản mô phỏng</span></header><h1>Mở khoá để xem yêu cầu ký</h1>
<p class="quiet">Tài khoản: <b>${escapeHtml(userId)}</b></p>
${problem === undefined ? '' : `<p class="problem" role="alert">${escapeHtml(problem)}</p>`}
<form method="post" action="/phone/${encodeURIComponent(userId)}/login">
<label>Mã PIN<input name="pin" type="password" inputmode="numeric" autocomplete="current-password" autofocus required></label>
<button class="yes">Mở khoá</button></form>`,
  });
}

/** What a page tells of one request. */
export type ShownRequest = Pick<Authorisation, 'authorisationId' | 'clientId' | 'labels' | 'listRoot' | 'description'>;

/** What waits for the owner's answer. */
export function requestsPage(
  owner: PhoneOwner,
  content: {
    readonly requests: readonly ShownRequest[];
    readonly clientName: (clientId: string) => string;
    readonly message?: string;
  },
): string {
  const { requests, clientName, message } = content;
  const waiting = requests.map((request) => requestCard(owner, request, clientName(request.clientId))).join('');
  const none = '<h1>Không có yêu cầu nào đang chờ</h1><p class="quiet">Trang này tự kiểm tra lại sau mỗi 5 giây.</p>';
  const heading = `<h1>${requests.length === 1 ? 'Có một yêu cầu ký' : `Có ${requests.length} yêu cầu ký`}</h1>`;
  return page({
    title: requests.length === 0 ? 'Ký số' : `(${requests.length}) Yêu cầu ký`,
    ...(requests.length === 0 ? { refresh: pathOf(owner) } : {}),
    body: `<header><span>${escapeHtml(owner.fullName)}</span><form method="post" action="${pathOf(owner)}/logout"><button>Khoá lại</button></form></header>
${message === undefined ? '' : `<p class="done" role="status">${escapeHtml(message)}</p>`}
${requests.length === 0 ? none : heading + waiting}`,
  });
}

function requestCard(owner: PhoneOwner, request: ShownRequest, clientName: string): string {
  const { authorisationId, labels, listRoot, description } = request;
  const items = labels.map((label) => `<li>${escapeHtml(label)}</li>`).join('');
  return `<section class="request"><h2>${escapeHtml(description || 'Ký tài liệu')}</h2>
<p class="asker">Bên yêu cầu: <b>${escapeHtml(clientName)}</b></p>
<p class="count">${labels.length.toLocaleString('vi-VN')} tài liệu</p>
<ol tabindex="0" aria-label="Danh sách tài liệu sẽ ký">${items}</ol>
<p class="quiet">Mã danh sách: phải giống mã trên màn hình nơi bạn yêu cầu ký.</p>
<p class="root">${inFours(listRoot)}</p>
<p class="quiet">Đồng ý nghĩa là bạn ký đúng ${labels.length.toLocaleString('vi-VN')} tài liệu trên, không hơn không kém.</p>
<form method="post" action="${pathOf(owner)}/decide"><input type="hidden" name="responseID" value="${authorisationId}">
<div class="pair"><button class="no" name="decision" value="reject">Từ chối</button><button class="yes" name="decision" value="approve">Đồng ý ký</button></div>
</form></section>`;
}

/** Sixteen groups of four digits, which people can compare. */
function inFours(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

function pathOf(owner: PhoneOwner): string {
  return `/phone/${encodeURIComponent(owner.userId)}`;
}
