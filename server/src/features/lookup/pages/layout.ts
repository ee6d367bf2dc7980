import { type Html, html } from '@hocba/verify/html';

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** A further script, where the page has one of its own. */
  readonly script?: string;
  /** Which entry of the menu is this page. */
  readonly at?: 'lookup' | 'check';
}

const menu = [
  { at: 'lookup', href: '/', label: 'Tra cứu' },
  { at: 'check', href: '/kiem-tra', label: 'Kiểm tra tệp' },
] as const;

/** The whole document of a page. */
export function layout(page: Page, organisation: string): string {
  const items = menu.map(
    ({ at, href, label }) =>
      html`<li><a href="${href}"${at === page.at ? html` aria-current="page"` : null}>${label}</a></li>`,
  );
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${page.title} – Cổng tra cứu học bạ số</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/portal.css">
<script src="/assets/portal.js" type="module"></script>
${page.script ? html`<script src="${page.script}" type="module"></script>` : null}
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung chính</a>
<header class="top"><div class="wide">
<a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="36" height="36"><span>Cổng tra cứu<br><b>Học bạ số</b></span></a>
<nav aria-label="Trang chính"><ul>${items}</ul></nav>
</div></header>
<main id="noi-dung" class="wide" tabindex="-1">
${page.body}
</main>
<footer class="wide">
<p>${organisation}. Tra cứu và kiểm tra miễn phí, không cần tài khoản.</p>
<p>Tệp đưa lên để kiểm tra không được lưu lại. Cổng không dùng công cụ theo dõi của bên thứ ba.
<a href="/trust.zip">Tải bộ chứng thư gốc để tự kiểm tra ngoại tuyến</a></p>
</footer>
</body>
</html>
`.markup;
}
