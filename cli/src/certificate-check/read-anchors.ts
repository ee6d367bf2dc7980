import { anchorsAt } from '@hocba/signature';
import { UsageError } from '../usage-error.ts';
import { readTrustFiles } from './read-trust-files.ts';
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
  return paths.flatMap((path) => {
    const store = stores.get(path);
    if (store === undefined) return readTrustFiles([path], 'certificates');
    const anchors = anchorsAt(store, question.at, ['ca', 'timestamping']);
    if (anchors.length > 0) return anchors.map(({ der }) => der);
    throw new UsageError(`Kho tin cậy “${path}” không tin cậy ai vào thời điểm được xét.`);
  });
}
