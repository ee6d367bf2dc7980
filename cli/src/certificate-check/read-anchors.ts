import { readFileSync, statSync } from 'node:fs';
import { anchorsAt, parseTrustStore } from '@hocba/signature';
import { UsageError } from '../usage-error.ts';
import { readTrustFiles } from './read-trust-files.ts';

/**
 * Trusted certificates, DER: files and directories as they are, and trust stores with history (`.json`) with those that
 * were trusted at the time, epoch milliseconds.
 */
export function readAnchors(paths: readonly string[], at: number): readonly Uint8Array[] {
  const stores = paths.filter((path) => path.endsWith('.json') && statSync(path, { throwIfNoEntry: false })?.isFile());
  const files = paths.filter((path) => !stores.includes(path));
  return [...stores.flatMap((path) => storeAt(path, at)), ...readTrustFiles(files, 'certificates')];
}

function storeAt(path: string, at: number): readonly Uint8Array[] {
  try {
    const anchors = anchorsAt(parseTrustStore(readFileSync(path, 'utf8')), at).map(({ der }) => der);
    if (anchors.length > 0) return anchors;
  } catch (error) {
    throw new UsageError(`Không đọc được kho tin cậy “${path}” (${error instanceof Error ? error.message : error}).`);
  }
  throw new UsageError(`Kho tin cậy “${path}” không tin cậy ai vào thời điểm được xét.`);
}
