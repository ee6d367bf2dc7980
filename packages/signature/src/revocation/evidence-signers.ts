import type { Certificate } from '../certificate/certificate.ts';

/** Certificates beside the issuer's own that may have signed revocation evidence, and who judges them. */
export interface EvidenceSigners {
  /** Holders of this name, `nameKey`. */
  named(key: string): readonly Certificate[];
  /**
   * Why a certificate may not be relied on (no path to the anchor of the certificate asked about, expired, revoked),
   * or undefined when it may.
   */
  problemOf(signer: Certificate): Promise<string | undefined>;
}
