import type { Certificate } from '../certificate/certificate.ts';
import { sameName } from '../certificate/distinguished-name.ts';
import { defined } from '../certificate/extensions.ts';
import {
  conclude,
  type Finding,
  failed,
  type Indication,
  indeterminate,
  type SubIndication,
} from '../certificate/indication.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import {
  type CryptoPort,
  type DigestSource,
  digestFrom,
  readDigestAlgorithm,
  readSignatureAlgorithm,
  verifyDerSignature,
} from '../crypto/index.ts';
import { DerMembers, retagged } from '../der/reader.ts';
import { readOctetString, readOid } from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';
import { equalBytes } from '../der/writer.ts';
import { attributeOid, contentTypeOid } from './content-types.ts';
import { type SignedData, type SignerInfo, soleAttributeValue } from './parse-signed-data.ts';
import { namesCertificate, namesCertificateV1 } from './signing-certificate.ts';

export interface SignedDataCheckInput {
  readonly signedData: SignedData;
  /** What was signed, when it is not inside. Content both inside and given must be the same. */
  readonly detached?: DigestSource;
  /** OID; `contentTypeOid.data` unless said otherwise. */
  readonly contentType?: string;
  readonly crypto: CryptoPort;
  /** Certificates from elsewhere, among which the signatory's may be. */
  readonly certificates?: readonly Uint8Array[];
  /** Timestamps of older authorities name their certificate by SHA-1. */
  readonly allowSigningCertificateV1?: boolean;
}

export interface SignedDataReport {
  readonly indication: Indication;
  readonly subIndication?: SubIndication;
  readonly digestOk: boolean;
  readonly signatureOk: boolean;
  /** The signatory's; absent when it could not be found. */
  readonly certificate?: Certificate;
  readonly signer?: SignerInfo;
  readonly findings: readonly Finding[];
}

/**
 * Checks one signature: format, digest, signature value, and that the certificate is the one the signature names. Whether
 * that certificate is to be trusted is `validatePath`'s question. @spec RFC 5652 5.6, EN 319 102-1 5.2.7
 */
export async function checkSignedData(input: SignedDataCheckInput): Promise<SignedDataReport> {
  const { signedData } = input;
  const [signer, ...more] = signedData.signers;
  // Signed attributes are demanded: without them content can be passed off as attributes.
  if (signer?.signedBytes === undefined || more.length > 0) {
    const findings = [failed('FORMAT_FAILURE', 'not exactly one signer with signed attributes')];
    return { ...conclude(findings), digestOk: false, signatureOk: false, findings };
  }
  const certificate = signerCertificate(signer, [...signedData.certificates, ...(input.certificates ?? [])]);
  const digestOk = digestFits(signer, input);
  const signatureOk = certificate !== undefined && (await signatureFits(signer, certificate, input.crypto));
  const findings = [
    ...formatFindings(signer, input),
    ...(digestOk ? [] : [failed('HASH_FAILURE', 'message-digest is not of this content')]),
    ...(certificate === undefined ? [indeterminate('NO_SIGNING_CERTIFICATE_FOUND', 'signer certificate missing')] : []),
    ...(certificate === undefined || signatureOk ? [] : [failed('SIG_CRYPTO_FAILURE', 'signature value wrong')]),
    ...(certificate === undefined ? [] : bindingFindings(signer, certificate, input)),
  ];
  return { ...conclude(findings), digestOk, signatureOk, signer, ...defined({ certificate }), findings };
}

function signerCertificate({ signer }: SignerInfo, offered: readonly Uint8Array[]): Certificate | undefined {
  for (const der of offered) {
    const certificate = readable(der);
    if (certificate === undefined) continue;
    const fits =
      'issuer' in signer
        ? certificate.serialNumber === signer.serialNumber && sameName(certificate.issuer, signer.issuer)
        : certificate.extensions.subjectKeyIdentifier === signer.subjectKeyIdentifier;
    if (fits) return certificate;
  }
  return undefined;
}

function digestFits(signer: SignerInfo, { signedData, detached, crypto }: SignedDataCheckInput): boolean {
  const value = soleAttributeValue(signer.signedAttributes, attributeOid.messageDigest);
  const { digestAlgorithm } = signer;
  if (value?.tag !== tag.octetString || digestAlgorithm === undefined || digestAlgorithm === 'sha-1') return false;
  const sources: DigestSource[] = [
    ...(signedData.content === undefined ? [] : [{ data: signedData.content }]),
    ...(detached === undefined ? [] : [detached]),
  ];
  const signed = readOctetString(value);
  return (
    sources.length > 0 && sources.every((source) => equalBytes(signed, digestFrom(source, digestAlgorithm, crypto)))
  );
}

async function signatureFits(signer: SignerInfo, { spki }: Certificate, crypto: CryptoPort): Promise<boolean> {
  const { signatureAlgorithm: algorithm, signature, signedBytes: data, saltLength } = signer;
  if (algorithm === undefined || data === undefined) return false;
  return verifyDerSignature(crypto, { algorithm, publicKey: spki, data, signature, ...defined({ saltLength }) });
}

function formatFindings(signer: SignerInfo, { signedData, contentType }: SignedDataCheckInput): readonly Finding[] {
  const expected = contentType ?? contentTypeOid.data;
  const value = soleAttributeValue(signer.signedAttributes, attributeOid.contentType);
  const oids = signer.signedAttributes.map(({ oid }) => oid);
  const problems = [
    signedData.contentType !== expected && `content type ${signedData.contentType}`,
    (value?.tag !== tag.oid || readOid(value) !== expected) && 'content-type attribute missing or of another type',
    !signer.isOrdered && 'signed attributes not in DER order',
    new Set(oids).size !== oids.length && 'a signed attribute twice',
  ];
  return problems.flatMap((problem) => (problem === false ? [] : [failed('FORMAT_FAILURE', problem)]));
}

function bindingFindings(signer: SignerInfo, certificate: Certificate, input: SignedDataCheckInput): Finding[] {
  const findings: Finding[] = [];
  if (!isBound(signer, certificate, input)) {
    findings.push(indeterminate('SIG_CONSTRAINTS_FAILURE', 'signing-certificate does not name the certificate'));
  }
  if (!algorithmsAgree(signer)) findings.push(failed('FORMAT_FAILURE', 'algorithm protection does not agree'));
  return findings;
}

function isBound(signer: SignerInfo, certificate: Certificate, input: SignedDataCheckInput): boolean {
  const { signedAttributes } = signer;
  const second = soleAttributeValue(signedAttributes, attributeOid.signingCertificateV2);
  const first = soleAttributeValue(signedAttributes, attributeOid.signingCertificate);
  try {
    if (second !== undefined) return namesCertificate(second, certificate, input.crypto);
    if (first === undefined || input.allowSigningCertificateV1 !== true) return false;
    return namesCertificateV1(first, certificate, input.crypto);
  } catch {
    return false;
  }
}

/** @spec RFC 6211 3 */
function algorithmsAgree(signer: SignerInfo): boolean {
  if (!signer.signedAttributes.some(({ oid }) => oid === attributeOid.algorithmProtection)) return true;
  const value = soleAttributeValue(signer.signedAttributes, attributeOid.algorithmProtection);
  if (value === undefined) return false;
  try {
    const members = new DerMembers(value);
    const digest = readDigestAlgorithm(members.take(tag.sequence));
    const signature = readSignatureAlgorithm(retagged(members.take(contextTag(1)), tag.sequence), digest);
    members.end();
    return digest === signer.digestAlgorithm && signature === signer.signatureAlgorithm;
  } catch {
    return false;
  }
}

function readable(der: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch {
    return undefined;
  }
}
