export { type Html, html } from './html.ts';
export { type ReportPieces, reportHtml } from './report-html.ts';
export { signatureList, untrusted } from './signature-list.ts';
