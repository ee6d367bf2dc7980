import { type Html, html } from '@hocba/verify/html';

/** A plain form that works by itself; the script lets people drop a file on it, and names the button in Vietnamese. */
export function checkForm(): Html {
  return html`<form action="/kiem-tra" method="post" enctype="multipart/form-data" data-drop>
<label for="tep">Tệp học bạ số (XML hoặc PDF, tối đa 20 MB)</label>
<div class="drop"><input id="tep" type="file" name="tep" accept=".xml,.pdf,application/xml,application/pdf" required aria-describedby="tep-goi-y">
<span class="pick" hidden><label class="button plain" for="tep">Chọn tệp</label> <span class="chosen">Chưa chọn tệp nào</span></span>
<p class="hint" id="tep-goi-y">Tệp chỉ được đọc để kiểm tra, không lưu lại.</p></div>
<button type="submit">Kiểm tra</button>
<p class="busy" role="status" hidden>Đang kiểm tra, thường mất vài giây…</p>
</form>`;
}
