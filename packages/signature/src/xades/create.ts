import { type CryptoPort, digestOf, digestText } from '../crypto/index.ts';
import { SignatureError } from '../errors.ts';
import { escapeAttribute } from '../xml/index.ts';
import { encodeBase64 } from './base64-text.ts';
import { checkInput } from './check-input.ts';
import { dsNamespace, exclusiveC14n, xadesNamespace } from './names.ts';
import type { PreparedXades, XadesInput } from './prepared-xades.ts';
import { writeSignedInfo } from './write-signed-info.ts';
import { writeSignedProperties } from './write-signed-properties.ts';
import { writtenCertificate } from './written-certificate.ts';

/**
 * Everything of a XAdES baseline signature but its value. Nothing is canonicalised: what must be digested is written
 * in canonical form at once. Throws `xades-malformed`, `der-malformed`. @spec EN 319 132-1 6
 */
export function prepareXades(input: XadesInput, crypto: CryptoPort): PreparedXades {
  checkInput(input);
  const signedProperties = writeSignedProperties(input, crypto);
  const signedInfo = writeSignedInfo(input, digestText('sha-256', signedProperties, crypto));
  const chain = [input.certificate, ...(input.chain ?? [])];
  const certificates = chain.map((certificate) => writtenCertificate(certificate, crypto).base64);
  return { ids: input.ids, algorithm: input.algorithm, signedInfo, signedProperties, certificates };
}

/** The digest a Signer signs: of the canonical ds:SignedInfo, by the algorithm's own digest. */
export function xadesDigestToSign(prepared: PreparedXades, crypto: CryptoPort): Uint8Array {
  return digestText(digestOf(prepared.algorithm), prepared.signedInfo, crypto);
}

/**
 * The canonical ds:SignatureValue, as it stands in the file: what a timestamp is asked for, and what later signatures
 * reference. ECDSA values are r‖s. Throws `xades-malformed`.
 */
export function signatureValueElement(prepared: PreparedXades, value: Uint8Array): string {
  if (value.length === 0) throw new SignatureError('xades-malformed', 'empty signature value');
  const id = escapeAttribute(prepared.ids.signatureValue);
  return `<ds:SignatureValue xmlns:ds="${dsNamespace}" Id="${id}">${encodeBase64(value)}</ds:SignatureValue>`;
}

/**
 * The finished ds:Signature: B-T with a timestamp token (DER) over `signatureValueElement`, B-B without. It can be
 * called again when the timestamp comes later: nothing signed changes. Throws `xades-malformed`.
 */
export function completeXades(prepared: PreparedXades, value: Uint8Array, timestampToken?: Uint8Array): string {
  const { ids } = prepared;
  const id = escapeAttribute(ids.signature);
  return [
    `<ds:Signature xmlns:ds="${dsNamespace}" Id="${id}">`,
    prepared.signedInfo,
    signatureValueElement(prepared, value),
    keyInfo(prepared.certificates),
    `<ds:Object><xades:QualifyingProperties xmlns:xades="${xadesNamespace}" Target="#${id}">`,
    prepared.signedProperties,
    timestampToken === undefined ? '' : unsignedProperties(timestampToken),
    '</xades:QualifyingProperties></ds:Object></ds:Signature>',
  ].join('');
}

function keyInfo(certificates: readonly string[]): string {
  const entries = certificates.map((certificate) => `<ds:X509Certificate>${certificate}</ds:X509Certificate>`);
  return `<ds:KeyInfo><ds:X509Data>${entries.join('')}</ds:X509Data></ds:KeyInfo>`;
}

/** @spec EN 319 132-1 5.3 */
function unsignedProperties(token: Uint8Array): string {
  const method = `<ds:CanonicalizationMethod Algorithm="${exclusiveC14n}"></ds:CanonicalizationMethod>`;
  const encapsulated = `<xades:EncapsulatedTimeStamp>${encodeBase64(token)}</xades:EncapsulatedTimeStamp>`;
  const timestamp = `<xades:SignatureTimeStamp>${method}${encapsulated}</xades:SignatureTimeStamp>`;
  const properties = `<xades:UnsignedSignatureProperties>${timestamp}</xades:UnsignedSignatureProperties>`;
  return `<xades:UnsignedProperties>${properties}</xades:UnsignedProperties>`;
}
