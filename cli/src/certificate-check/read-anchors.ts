import { anchorsAt } from '@hocba/signature';
import { UsageError } from '../usage-error.ts';
import { readTrustedCertificates } from './read-trusted-certificates.ts';
import { readTrustStores, type TrustStoreQuestion } from './trust-stores.ts';

/**
 * Trusted certificates, DER: files and directories as they are, and trust stores and trusted lists with those that were
 * trusted at the time.
 */
export async function readAnchors(
  paths: readonly string[],
  question: TrustStoreQuestion,
): Promise<readonly Uint8Array[]> {
  const stores = await readTrustStores(paths, question);
  const anchors = paths.flatMap((path) => {
    const store = stores.get(path);
    if (store === undefined) return readTrustedCertificates(path);
    return anchorsAt(store, question.at, ['ca', 'timestamping']).map(({ der }) => der);
  });
  if (anchors.length > 0 || stores.size === 0) return anchors;
  const named = [...stores.keys()].join('”, “');
  throw new UsageError(`Kho tin cậy “${named}” không tin cậy ai vào thời điểm được xét.`);
}
