import { renderYearSheet } from '@hocba/rendition';
import { nodeCrypto, nodePdfTools } from '@hocba/signature/node';
import type { VerifyOptions } from './context.ts';

/** Cryptography, zlib and the form's engine of this machine; the caller adds the time. */
export const nodeVerifyTools: Omit<VerifyOptions, 'at'> = {
  crypto: nodeCrypto,
  pdfTools: nodePdfTools,
  rerender: renderYearSheet,
};
