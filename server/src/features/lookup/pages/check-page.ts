import type { VerificationReport } from '@hocba/verify';
import { html, reportHtml } from '@hocba/verify/html';
import type { RegistryRelation } from '../registry-relation.ts';
import { checkForm } from './check-form.ts';
import type { Page } from './layout.ts';
import { vietnameseTime } from './words.ts';

/** The empty form, with what was wrong with the last try; `localCheck`: the visitor's own browser can do it too. */
export function checkPage({ problem, localCheck }: { problem?: string; localCheck: boolean }): Page {
  const body = html`
<h1>Kiểm tra tệp học bạ</h1>
<p class="lead">Cổng kiểm tra chữ ký số, dấu thời gian, nội dung và cho biết phần nào bị sửa, nếu có.</p>
${localCheck ? html`<p><a href="/kiem-tra/tren-may">Kiểm tra ngay trên máy này, không gửi tệp đi</a></p>` : null}
<section class="card">
${problem ? html`<p class="problem" role="alert">${problem}</p>` : null}
${checkForm()}
</section>`;
  return { title: 'Kiểm tra tệp', body, at: 'check' };
}

export interface CheckedFile {
  readonly fileName: string;
  readonly report: VerificationReport;
  readonly relation: RegistryRelation;
  readonly at: Date;
}

/** Every check with its outcome in words, and how the file stands to what the registry holds. */
export function reportPage({ fileName, report, relation, at }: CheckedFile): Page {
  const { summary, details } = reportHtml(report);
  const registry = html`<div class="state ${relation.tone}"><h3>${relation.title}</h3><p>${relation.sentence}</p></div>`;
  const body = html`
<h1>Kết quả kiểm tra</h1>
${summary(fileName, registry)}
${details}
<p class="answered">Kiểm tra lúc <b>${vietnameseTime(at)}</b>. Tệp không được lưu lại.</p>
<section class="card"><h2>Kiểm tra tệp khác</h2>${checkForm()}</section>`;
  return { title: 'Kết quả kiểm tra', body, at: 'check' };
}
