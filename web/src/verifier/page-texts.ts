import { type PageTexts, readPageTexts } from '@hocba/verify';
import pdfWorkerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';

/** Texts of a PDF's pages by pdf.js, loaded when first asked for. */
export const pageTexts: PageTexts = async (pdf) => {
  const reader = await import('pdfjs-dist/legacy/build/pdf.mjs');
  reader.GlobalWorkerOptions.workerSrc = pdfWorkerUrl;
  return readPageTexts(reader, pdf);
};
