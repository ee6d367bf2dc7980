import { open } from 'node:fs/promises';
import { contentTypeOid, parseSignedData } from '@hocba/signature';

export type FileKind = 'xml' | 'pdf' | 'cms' | 'timestamp';

/** What a file is, by its content and not by its name; undefined for anything that can hold no signature. */
export function fileKind(bytes: Uint8Array): FileKind | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return 'pdf';
  if (/^(\xef\xbb\xbf)?\s*</.test(start) || /^(\xfe\xff\0<|\xff\xfe<\0)/.test(start)) return 'xml';
  return bytes[0] === 0x30 ? cmsKind(bytes) : undefined;
}

function cmsKind(bytes: Uint8Array): FileKind | undefined {
  try {
    return parseSignedData(bytes).contentType === contentTypeOid.timestampInfo ? 'timestamp' : 'cms';
  } catch {
    return undefined;
  }
}

const signedDataOid = Buffer.from([0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]);

/** Whether a file met in a directory begins like one that can hold a signature. */
export async function mayHoldSignature(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return true;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    const start = buffer.subarray(0, bytesRead);
    return fileKind(start) !== undefined || start.subarray(0, 32).includes(signedDataOid);
  } finally {
    await file.close();
  }
}
