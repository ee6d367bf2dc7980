import { datedAnchors } from '@hocba/signature';
import { readTrustedCertificates } from '../certificate-check/read-trusted-certificates.ts';
import { readTrustStores, type TrustStoreQuestion } from '../certificate-check/trust-stores.ts';
import type { JobAnchor } from './check-job.ts';

/**
 * Whom to trust, and since when and until when: trust stores (JSON) and trusted lists (TS 119 612) with their history,
 * certificates in files and directories without an end. A service listed for timestamps vouches for nothing else.
 */
export async function readDatedAnchors(
  paths: readonly string[],
  question: TrustStoreQuestion,
): Promise<readonly JobAnchor[]> {
  const stores = await readTrustStores(paths, question);
  return paths.flatMap((path) => {
    const store = stores.get(path);
    if (store === undefined) return readTrustedCertificates(path).map((certificate) => ({ certificate }));
    return datedAnchors(store, ['ca', 'timestamping']).map(({ certificate, trustedFrom, trustedUntil, service }) => ({
      ...{ certificate: certificate.der, trustedFrom },
      ...(trustedUntil !== undefined && { trustedUntil }),
      ...(service.kind === 'timestamping' && { onlyFor: 'timeStamping' }),
    }));
  });
}
