import { html } from '@hocba/verify/html';
import type { Page } from './layout.ts';

/** Kiểm tra ngay trên máy: the same checks, made by the visitor's browser; the file is sent to nobody. */
export function localCheckPage(): Page {
  const body = html`
<h1>Kiểm tra ngay trên máy này</h1>
<p class="lead">Trình duyệt của bạn tự kiểm tra chữ ký số, dấu thời gian và nội dung. Tệp không được gửi đi đâu cả.</p>
<section class="card">
<form data-check data-drop>
<label for="tep">Tệp học bạ số (XML hoặc PDF, tối đa 20 MB)</label>
<div class="drop"><input id="tep" type="file" name="tep" accept=".xml,.pdf,application/xml,application/pdf" required aria-describedby="tep-goi-y">
<span class="pick" hidden><label class="button plain" for="tep">Chọn tệp</label> <span class="chosen">Chưa chọn tệp nào</span></span>
<p class="hint" id="tep-goi-y">Với tệp PDF, lần đầu trình duyệt tải thêm khoảng 11 MB bộ dựng biểu mẫu để đối chiếu từng chữ với dữ liệu gốc.</p></div>
<button type="submit">Kiểm tra</button>
<p class="busy" role="status" data-status hidden></p>
<noscript><p class="problem">Trình duyệt đang tắt JavaScript. Hãy dùng <a href="/kiem-tra">cách gửi tệp lên cổng</a>.</p></noscript>
</form>
</section>
<section id="ket-qua"></section>
<p><a href="/kiem-tra">Gửi tệp lên cổng để kiểm tra</a>: khi máy yếu, hoặc khi muốn đối chiếu với học bạ cơ quan quản lý đang giữ.</p>`;
  return { title: 'Kiểm tra ngay trên máy', body, at: 'check', script: '/assets/verifier/check.js' };
}
