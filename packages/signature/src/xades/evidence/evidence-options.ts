import type { CryptoPort } from '../../crypto/index.ts';
import type { XmlLimits } from '../../xml/index.ts';
import type { DocumentLayout } from '../layout.ts';

export interface EvidenceOptions {
  readonly crypto: CryptoPort;
  /** The data a reference to something outside the file means; `''` where the reference names nothing. */
  readonly detached?: (uri: string) => Uint8Array | undefined;
  /** DER; certificates the caller holds, for signatures that carry none. Knowledge, not trust. */
  readonly certificates?: readonly Uint8Array[];
  /** Where signatures and parts stand, when the kind of document is known: what stands elsewhere is not what it seems. */
  readonly layout?: DocumentLayout;
  /** The published document of a signature policy, by its identifier. */
  readonly policyDocument?: (id: string) => Uint8Array | undefined;
  readonly limits?: Partial<EvidenceLimits>;
}

/** What one file may cost. Nothing of it is canonicalised or digested before its number is known. */
export interface EvidenceLimits extends XmlLimits {
  readonly signatures: number;
  /** Of one signature, those of its manifests counted in. */
  readonly references: number;
  readonly transforms: number;
  /** Of all canonical forms made for the file together. */
  readonly canonicalBytes: number;
}

export const evidenceLimits: Omit<EvidenceLimits, keyof XmlLimits> = {
  signatures: 100,
  references: 100,
  transforms: 5,
  canonicalBytes: 256 << 20,
};
