import { extensionOid, parseCertificate, signatureAlgorithmIdentifier, writeDer } from '@hocba/signature';
import { authorityKeyIdentifierExtension, extension, type Issuer, signed } from './issue-certificate.ts';

const { explicit, integer, integerFromHex, sequence, time } = writeDer;

/** @spec RFC 5280 5.3.1 */
export const revocationReasons = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  privilegeWithdrawn: 9,
} as const;

export type RevocationReasonName = keyof typeof revocationReasons;

export interface RevokedCertificate {
  readonly serialNumber: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reason?: RevocationReasonName;
}

export interface CrlOrder {
  readonly revoked: readonly RevokedCertificate[];
  readonly thisUpdate: number;
  readonly nextUpdate: number;
  readonly number: number;
  /** Finished CRL extensions beside authority key identifier and number, for tests. */
  readonly extraExtensions?: readonly Uint8Array[];
}

/** A complete CRL of everything the issuer has revoked. @spec RFC 5280 5 */
export function issueCrl(order: CrlOrder, issuer: Issuer): Uint8Array {
  const { subject, spki } = parseCertificate(issuer.certificate);
  const tbs = sequence(
    integer(1),
    signatureAlgorithmIdentifier(issuer.key.algorithm),
    subject.der,
    time(order.thisUpdate),
    time(order.nextUpdate),
    order.revoked.length === 0 ? undefined : sequence(...order.revoked.map(entry)),
    explicit(
      0,
      sequence(
        authorityKeyIdentifierExtension(spki),
        extension(extensionOid.crlNumber, integer(order.number)),
        ...(order.extraExtensions ?? []),
      ),
    ),
  );
  return signed(tbs, issuer.key);
}

function entry({ serialNumber, at, reason }: RevokedCertificate): Uint8Array {
  // RFC 5280 5.3.1: unspecified is said by saying nothing.
  const reasonExtension =
    reason === undefined || reason === 'unspecified'
      ? undefined
      : sequence(extension(extensionOid.reasonCode, integer(revocationReasons[reason], 0x0a)));
  return sequence(integerFromHex(serialNumber), time(at), reasonExtension);
}
