import type { Certificate } from '../certificate/certificate.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import {
  type CryptoPort,
  digestAlgorithmIdentifier,
  digestOf,
  ecdsaToDer,
  type SignatureAlgorithm,
  signatureAlgorithmIdentifier,
  signatureAlgorithms,
} from '../crypto/index.ts';
import { contextTag, tag } from '../der/tags.ts';
import {
  der,
  explicit,
  integer,
  integerFromHex,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
} from '../der/writer.ts';
import {
  algorithmProtectionAttribute,
  contentTypeAttribute,
  messageDigestAttribute,
  signingCertificateAttribute,
} from './attributes.ts';
import { contentTypeOid } from './content-types.ts';

export interface SignedDataInput {
  /** OID of what is signed; `contentTypeOid.data` unless it says otherwise. */
  readonly contentType?: string;
  /** Carried inside, or only digested by whoever holds it (by the algorithm's own digest). */
  readonly content: { readonly encapsulated: Uint8Array } | { readonly detachedDigest: Uint8Array };
  /** DER of the signatory's certificate. */
  readonly certificate: Uint8Array;
  /** DER of what else a checker needs to build the path. */
  readonly chain?: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
  /** For a timestamp whose asker holds the certificates already. */
  readonly omitCertificates?: boolean;
  /** Finished Attributes beside content-type, message-digest, signing-certificate-v2 and algorithm protection. */
  readonly signedAttributes?: readonly Uint8Array[];
}

export interface PreparedSignedData {
  /** DER SET OF signed attributes: the signature is over these bytes. */
  readonly toBeSigned: Uint8Array;
  /** Their digest by the algorithm's own digest, for `Signer.signDigests`. */
  readonly digestToBeSigned: Uint8Array;
  /** ContentInfo around the finished SignedData; the signature as a Signer gives it, ECDSA as r‖s. */
  finish(signature: Uint8Array, unsignedAttributes?: readonly Uint8Array[]): Uint8Array;
}

/** Step one of two: everything but the signature. @spec RFC 5652 5, EN 319 122-1 6.3 */
export function buildSignedData(input: SignedDataInput, crypto: CryptoPort): PreparedSignedData {
  const toBeSigned = signedAttributesOf(input, crypto);
  return {
    toBeSigned,
    digestToBeSigned: crypto.digest(digestOf(input.algorithm), toBeSigned),
    finish: (signature, unsignedAttributes) =>
      assembleSignedData({ ...input, toBeSigned, signature, ...(unsignedAttributes && { unsignedAttributes }) }),
  };
}

/** Step two, for who kept `toBeSigned` and the input in between, as bytes in a database. */
export function assembleSignedData(
  input: SignedDataInput & {
    readonly toBeSigned: Uint8Array;
    readonly signature: Uint8Array;
    readonly unsignedAttributes?: readonly Uint8Array[];
  },
): Uint8Array {
  const contentType = input.contentType ?? contentTypeOid.data;
  const content = 'encapsulated' in input.content ? explicit(0, octetString(input.content.encapsulated)) : undefined;
  const signedData = sequence(
    integer(contentType === contentTypeOid.data ? 1 : 3),
    setOf([digestAlgorithmIdentifier(digestOf(input.algorithm))]),
    sequence(objectIdentifier(contentType), content),
    input.omitCertificates === true ? undefined : setOf([input.certificate, ...(input.chain ?? [])], contextTag(0)),
    setOf([signerInfo(input)]),
  );
  return sequence(objectIdentifier(contentTypeOid.signedData), explicit(0, signedData));
}

function signedAttributesOf(input: SignedDataInput, crypto: CryptoPort): Uint8Array {
  const { content, algorithm } = input;
  const digestAlgorithm = digestOf(algorithm);
  const digest =
    'encapsulated' in content ? crypto.digest(digestAlgorithm, content.encapsulated) : content.detachedDigest;
  return setOf([
    contentTypeAttribute(input.contentType ?? contentTypeOid.data),
    messageDigestAttribute(digest),
    signingCertificateAttribute(parseCertificate(input.certificate), digestAlgorithm, crypto),
    algorithmProtectionAttribute(digestAlgorithm, algorithm),
    ...(input.signedAttributes ?? []),
  ]);
}

function signerInfo(input: Parameters<typeof assembleSignedData>[0]): Uint8Array {
  const { algorithm, signature, toBeSigned, unsignedAttributes = [] } = input;
  const value = signatureAlgorithms[algorithm].family === 'ec' ? ecdsaToDer(signature) : signature;
  return sequence(
    integer(1),
    issuerAndSerial(parseCertificate(input.certificate)),
    digestAlgorithmIdentifier(digestOf(algorithm)),
    der(contextTag(0), toBeSigned.subarray(headerLength(toBeSigned))),
    signatureAlgorithmIdentifier(algorithm),
    der(tag.octetString, value),
    unsignedAttributes.length === 0 ? undefined : setOf(unsignedAttributes, contextTag(1)),
  );
}

function issuerAndSerial(certificate: Certificate): Uint8Array {
  return sequence(certificate.issuer.der, integerFromHex(certificate.serialNumber));
}

function headerLength(value: Uint8Array): number {
  const lengthByte = value[1] ?? 0;
  return lengthByte < 0x80 ? 2 : 2 + (lengthByte & 0x7f);
}
