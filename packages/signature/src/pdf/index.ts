export * from './attachments.ts';
export * from './form-fields.ts';
export * from './page-tree.ts';
export { PdfFile } from './pdf-file.ts';
export * from './pdf-limits.ts';
export * from './pdf-value.ts';
export * from './read-pdf.ts';
export type { PdfRevision } from './revision.ts';
