import type { Certificate } from '../certificate/index.ts';
import { parseCertificate } from '../certificate/index.ts';
import { isSignedBy, mayBeIssuedBy } from '../certificate/issued-by.ts';
import { contentTypeOid, type SignedData, type SignerInfo } from '../cms/index.ts';
import { type CryptoPort, readDigestAlgorithm } from '../crypto/index.ts';
import { childrenOf, DerMembers, insideExplicit, readDer } from '../der/reader.ts';
import { readSmallInteger } from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';
import { equalBytes } from '../der/writer.ts';

export interface FrameInput {
  /** ContentInfo. */
  readonly der: Uint8Array;
  readonly signedData: SignedData;
  /** The signatory's, where it was found. */
  readonly certificate: Certificate | undefined;
}

/**
 * Whether the parts of a CMS that no signature covers say nothing but what they must: version, digest algorithms, the
 * issuer's name, no member of the bag that is not a certificate. Otherwise bytes could be changed there unseen. @spec RFC 5652 5.1
 */
export function isFrameRight({ der, signedData, certificate }: FrameInput): boolean {
  const outer = new DerMembers(readDer(der));
  outer.take(tag.oid);
  const members = new DerMembers(insideExplicit(outer.take(contextTag(0))));
  const version = readSmallInteger(members.take(tag.integer));
  const digests = childrenOf(members.take(tag.set), tag.set).map(readDigestAlgorithm);
  members.take(tag.sequence);
  const bag = members.takeIf(contextTag(0));
  const [signer] = signedData.signers;
  const bagCount = bag === undefined ? 0 : childrenOf(bag, bag.tag).length;
  const expectedVersion =
    signedData.contentType === contentTypeOid.data && signer !== undefined && 'issuer' in signer.signer ? 1 : 3;
  const onlyDigest = digests.length === 1 && digests[0] !== undefined && digests[0] === signer?.digestAlgorithm;
  return (
    version === expectedVersion &&
    onlyDigest &&
    bagCount === signedData.certificates.length &&
    namesIssuerLetterByLetter(signer, certificate)
  );
}

/** Names are the same to a path when only case differs; a byte changed here must still be noticed. */
function namesIssuerLetterByLetter(signer: SignerInfo | undefined, certificate: Certificate | undefined): boolean {
  if (signer === undefined || certificate === undefined || !('issuer' in signer.signer)) return true;
  return equalBytes(signer.signer.issuer.der, certificate.issuer.der);
}

export interface BagInput {
  readonly signedData: SignedData;
  readonly signer: Certificate | undefined;
  /** Certificates known from elsewhere, DER: roots and intermediates. */
  readonly trusted: readonly Uint8Array[];
  readonly crypto: CryptoPort;
}

/**
 * Whether every certificate in the bag is whole: the signer's (bound by the signature), one we have ourselves, or one
 * whose issuer's key confirms it. With nothing trusted given, a certificate whose issuer is unknown passes: whether it
 * can be used is the question of path validation.
 */
export async function isBagWhole({ signedData, signer, trusted, crypto }: BagInput): Promise<boolean> {
  const known = readAll(trusted) ?? [];
  const bag = readAll(signedData.certificates);
  if (bag === undefined) return false;
  for (const certificate of bag) {
    const { der } = certificate;
    if ((signer !== undefined && equalBytes(der, signer.der)) || trusted.some((one) => equalBytes(one, der))) continue;
    const issuers = [...bag, ...known].filter((candidate) => mayBeIssuedBy(certificate, candidate));
    if (issuers.length === 0 && trusted.length === 0) continue;
    if (!(await isSignedByAny(certificate, issuers, crypto))) return false;
  }
  return true;
}

async function isSignedByAny(
  certificate: Certificate,
  issuers: readonly Certificate[],
  crypto: CryptoPort,
): Promise<boolean> {
  for (const issuer of issuers) if (await isSignedBy(certificate, issuer, crypto)) return true;
  return false;
}

function readAll(ders: readonly Uint8Array[]): readonly Certificate[] | undefined {
  try {
    return ders.map((der) => parseCertificate(der));
  } catch {
    return undefined;
  }
}
