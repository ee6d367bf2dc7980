import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import type { PdfTools } from '../pdf/index.ts';

/** zlib and MD5 of Node, with the limit the caller sets. */
export const nodePdfTools: PdfTools = {
  inflate(deflated, maximum) {
    const { buffer, engine } = inflateSync(deflated, {
      maxOutputLength: Math.max(1, maximum),
      info: true,
    }) as unknown as {
      buffer: Uint8Array;
      engine: { bytesWritten: number };
    };
    if (deflated.subarray(engine.bytesWritten).some((byte) => byte !== 0x0a && byte !== 0x0d)) {
      throw new Error('bytes after the end of the compressed data');
    }
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  },
  deflate: (data) => new Uint8Array(deflateSync(data)),
  md5: (data) => new Uint8Array(createHash('md5').update(data).digest()),
};
