import { html } from '@hocba/verify/html';
import type { Page } from './layout.ts';

/** A page that only says something: what is wrong, and what to do. */
export function messagePage(title: string, ...sentences: readonly string[]): Page {
  const body = html`
<h1>${title}</h1>
<div class="card">${sentences.map((sentence) => html`<p>${sentence}</p>`)}
<p class="actions"><a class="button" href="/">Về trang tra cứu</a></p></div>`;
  return { title, body };
}

/** One answer for every code that leads nowhere: wrong, unknown, or never published. */
export function unknownCodePage(): Page {
  return {
    ...messagePage(
      'Không tìm thấy học bạ',
      'Cổng không có học bạ nào với mã này. Hãy kiểm tra lại từng ký tự của mã tra cứu trên trang bìa học bạ.',
      'Học bạ vừa phát hành chỉ tra cứu được sau khi cơ sở dữ liệu học bạ tiếp nhận. Nếu mã đúng mà vẫn không thấy, hãy hỏi trường đã cấp học bạ.',
    ),
    at: 'lookup',
  };
}

export function tooManyPage(): Page {
  return messagePage(
    'Quá nhiều yêu cầu',
    'Trong thời gian ngắn đã có quá nhiều lượt tra cứu từ địa chỉ này hoặc với mã này. Hãy chờ một phút rồi thử lại.',
  );
}
