import { escapeHtml, page } from '../phone/page.ts';

const CARRIED = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
];

/** The service's own login page: the asking program never sees the PIN. */
export function loginPage(clientName: string, given: unknown, problem?: string): string {
  const fields = (given ?? {}) as Record<string, unknown>;
  const hidden = CARRIED.filter((name) => typeof fields[name] === 'string')
    .map((name) => `<input type="hidden" name="${name}" value="${escapeHtml(String(fields[name]))}">`)
    .join('');
  return page({
    title: 'Đăng nhập dịch vụ ký số',
    body: `<h1>Đăng nhập dịch vụ ký số</h1>
<p><b>${escapeHtml(clientName)}</b> xin được xem chứng thư và gửi yêu cầu ký đến điện thoại của bạn. Mỗi lần ký vẫn do bạn xác nhận.</p>
${problem === undefined ? '' : `<p class="problem" role="alert">${escapeHtml(problem)}</p>`}
<form method="post" action="/csc/v2/oauth2/authorize">${hidden}
<label>Tên người dùng<input name="userId" autocomplete="username" required></label>
<label>Mã PIN<input name="pin" type="password" inputmode="numeric" autocomplete="current-password" required></label>
<button class="yes">Đăng nhập</button></form>`,
  });
}
