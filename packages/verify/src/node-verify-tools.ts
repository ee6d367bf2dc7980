import { renderYearSheet } from '@hocba/rendition';
import { nodeCrypto, nodePdfTools } from '@hocba/signature/node';
import type { VerifyOptions } from './context.ts';
import { readPageTexts } from './page-texts.ts';

/** Cryptography, zlib and the form's engine of this machine; the caller adds the time. */
export const nodeVerifyTools: Omit<VerifyOptions, 'at'> = {
  crypto: nodeCrypto,
  pdfTools: nodePdfTools,
  rerender: renderYearSheet,
  pageTexts: async (pdf) => readPageTexts(await import('pdfjs-dist/legacy/build/pdf.mjs'), pdf),
};
