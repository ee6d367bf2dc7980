import type { PublicKeyFacts, SignatureAlgorithm } from '../crypto/index.ts';
import type { DistinguishedName } from './distinguished-name.ts';
import type { DistributionPoint } from './distribution-point.ts';
import type { GeneralName } from './general-name.ts';

export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'crlSign'
  | 'encipherOnly'
  | 'decipherOnly';

/** An X.509 certificate, read once; the extensions nobody here understands stay in `unknownCriticalExtensions`. */
export interface Certificate {
  readonly der: Uint8Array;
  readonly version: 1 | 2 | 3;
  /** The bytes the issuer signed. */
  readonly tbs: Uint8Array;
  /** Absent where the algorithm is none this package accepts. */
  readonly signatureAlgorithm?: SignatureAlgorithm;
  /** Also of an algorithm this package does not accept. */
  readonly signatureAlgorithmOid: string;
  readonly signature: Uint8Array;
  /** RSA-PSS only: bytes of the salt, where they are not those of the digest. */
  readonly saltLength?: number;
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** Lower-case hex without leading zero byte. */
  readonly serialNumber: string;
  /** Epoch milliseconds, both inclusive. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  readonly publicKeyAlgorithm: PublicKeyFacts;
  readonly extensions: CertificateExtensions;
}

export interface CertificateExtensions {
  readonly keyUsage?: ReadonlySet<KeyUsage>;
  /** OIDs of the purposes. */
  readonly extendedKeyUsage?: { readonly purposes: readonly string[]; readonly critical: boolean };
  readonly basicConstraints?: { readonly ca: boolean; readonly pathLength?: number };
  /** OIDs; absent when the extension is. */
  readonly policies?: readonly string[];
  readonly policyMappings?: readonly { readonly issuerPolicy: string; readonly subjectPolicy: string }[];
  readonly policyConstraints?: { readonly requireExplicit?: number; readonly inhibitMapping?: number };
  readonly inhibitAnyPolicy?: number;
  readonly nameConstraints?: NameConstraints;
  readonly subjectAltNames: readonly GeneralName[];
  /** Lower-case hex. */
  readonly subjectKeyIdentifier?: string;
  readonly authorityKeyIdentifier?: string;
  /** Where lists that speak about this certificate come from, and whose. */
  readonly crlDistributionPoints?: readonly DistributionPoint[];
  /** Where lists of changes since then come from. */
  readonly freshestCrl?: readonly DistributionPoint[];
  readonly ocspUrls: readonly string[];
  readonly crlUrls: readonly string[];
  readonly caIssuersUrls: readonly string[];
  /** A responder's own revocation need not be asked for. @spec RFC 6960 4.2.2.2.1 */
  readonly ocspNoCheck: boolean;
  /** Its authority says that nobody will ever be told whether it was revoked; never of an authority. @spec RFC 9608 2 */
  readonly noRevAvail: boolean;
  readonly unknownCriticalExtensions: readonly string[];
}

export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}
