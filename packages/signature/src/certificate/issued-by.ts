import { type CryptoPort, historicAlgorithm, type SignatureAlgorithm, verifyDerSignature } from '../crypto/index.ts';
import type { Certificate } from './certificate.ts';
import { sameName } from './distinguished-name.ts';

/** A certificate, a CRL or an OCSP answer: bytes, and a signature over them. */
export interface SignedObject {
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm?: SignatureAlgorithm;
  /** Where `signatureAlgorithm` is absent, one of long ago may still be named by this. */
  readonly signatureAlgorithmOid?: string;
  readonly signature: Uint8Array;
  /** RSA-PSS only. */
  readonly saltLength?: number;
}

/**
 * Whether the key of this certificate made the signature, be it by an algorithm of long ago: whether that is good enough is
 * for `signatureWeakness` to say. Found once for the same object, signer and port.
 */
export function isSignedBy(object: SignedObject, signer: Certificate, crypto: CryptoPort): Promise<boolean> {
  const byObject = entryOf(known, crypto, () => new WeakMap<SignedObject, WeakMap<Certificate, Promise<boolean>>>());
  const bySigner = entryOf(byObject, object, () => new WeakMap<Certificate, Promise<boolean>>());
  return entryOf(bySigner, signer, () => verifyOnce(object, signer, crypto));
}

const known = new WeakMap<CryptoPort, WeakMap<SignedObject, WeakMap<Certificate, Promise<boolean>>>>();

function entryOf<K extends WeakKey, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const kept = map.get(key);
  if (kept !== undefined) return kept;
  const made = make();
  map.set(key, made);
  return made;
}

async function verifyOnce(object: SignedObject, signer: Certificate, crypto: CryptoPort): Promise<boolean> {
  const { signatureAlgorithm: algorithm, tbs: data, signature, saltLength } = object;
  if (algorithm === undefined) return verifyHistoric(object, signer, crypto);
  const salt = saltLength === undefined ? {} : { saltLength };
  return verifyDerSignature(crypto, { algorithm, publicKey: signer.spki, data, signature, ...salt });
}

async function verifyHistoric(object: SignedObject, signer: Certificate, crypto: CryptoPort): Promise<boolean> {
  const { signatureAlgorithmOid: oid, tbs: data, signature } = object;
  const algorithm = oid === undefined ? undefined : historicAlgorithm(oid);
  if (algorithm === undefined) return false;
  return (await crypto.verifyHistoric?.({ algorithm, publicKey: signer.spki, data, signature })) ?? false;
}

/** Whether the names and key identifiers allow that one issued the other; the signature is a separate question. */
export function mayBeIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!sameName(certificate.issuer, issuer.subject)) return false;
  const wanted = certificate.extensions.authorityKeyIdentifier;
  const offered = issuer.extensions.subjectKeyIdentifier;
  return wanted === undefined || offered === undefined || wanted === offered;
}

export function isSelfIssued(certificate: Certificate): boolean {
  return sameName(certificate.subject, certificate.issuer);
}
