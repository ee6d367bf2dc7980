import { readFileSync, statSync } from 'node:fs';
import { datedAnchors, parseTrustedList, parseTrustStore, type TrustStore } from '@hocba/signature';
import { readTrustFiles } from '../certificate-check/read-trust-files.ts';
import { UsageError } from '../usage-error.ts';
import type { JobAnchor } from './check-job.ts';

/**
 * Whom to trust, and since when and until when: trust stores (JSON) and trusted lists (TS 119 612) with their history,
 * certificates in files and directories without an end. A list is trusted because it was given: its own signature is not
 * asked for.
 */
export function readDatedAnchors(paths: readonly string[]): readonly JobAnchor[] {
  return paths.flatMap((path) => {
    const store = statSync(path, { throwIfNoEntry: false })?.isFile() ? storeIn(path) : undefined;
    if (store === undefined) return readTrustFiles([path], 'certificates').map((certificate) => ({ certificate }));
    return datedAnchors(store, ['ca', 'timestamping']).map(({ certificate, trustedFrom, trustedUntil }) => ({
      ...{ certificate: certificate.der, trustedFrom },
      ...(trustedUntil !== undefined && { trustedUntil }),
    }));
  });
}

/** By content; undefined for what is neither. */
function storeIn(path: string): TrustStore | undefined {
  const bytes = new Uint8Array(readFileSync(path));
  const start = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 256))
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  try {
    if (start.startsWith('{')) return parseTrustStore(new TextDecoder().decode(bytes));
    return start.startsWith('<') ? parseTrustedList(bytes).store : undefined;
  } catch (error) {
    throw new UsageError(`Không đọc được kho tin cậy “${path}” (${error instanceof Error ? error.message : error}).`);
  }
}
