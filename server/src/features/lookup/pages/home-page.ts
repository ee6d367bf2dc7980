import { html } from '@hocba/verify/html';
import { checkForm } from './check-form.ts';
import type { Page } from './layout.ts';

/** The first page: a code to look up, or a file to check. */
export function homePage(problem?: { typed: string; sentence: string }): Page {
  const body = html`
<h1>Tra cứu học bạ số</h1>
<p class="lead">Nhập mã tra cứu in trên học bạ, hoặc quét mã QR bằng điện thoại.</p>
<div class="two">
<section class="card" aria-labelledby="tra-cuu">
<h2 id="tra-cuu">Tra cứu theo mã</h2>
<form action="/tra-cuu" method="get">
${problem ? html`<p class="problem" id="loi-ma" role="alert">${problem.sentence}</p>` : null}
<label for="ma">Mã tra cứu (32 ký tự)</label>
<input class="code" id="ma" name="ma" required autocomplete="off" autocapitalize="off" spellcheck="false" inputmode="text"
 maxlength="60" value="${problem?.typed ?? ''}" aria-describedby="ma-goi-y"${problem ? html` aria-invalid="true"` : null}>
<p class="hint" id="ma-goi-y">Gồm chữ số 0–9 và chữ cái a–f, bên cạnh mã QR ở trang bìa. Có hay không có dấu cách đều được.</p>
<button type="submit">Tra cứu</button>
</form>
</section>
<section class="card" aria-labelledby="kiem-tra">
<h2 id="kiem-tra">Kiểm tra một tệp học bạ</h2>
${checkForm()}
</section>
</div>`;
  return { title: 'Tra cứu', body, at: 'lookup' };
}
