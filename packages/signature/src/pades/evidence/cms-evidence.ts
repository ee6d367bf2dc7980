import type { Certificate } from '../../certificate/index.ts';
import { contentTypeOid } from '../../cms/content-types.ts';
import { attributeOid, type SignedData, type SignerInfo, soleAttributeValue } from '../../cms/index.ts';
import {
  type CryptoPort,
  type DigestAlgorithm,
  digestOf,
  signatureAlgorithms,
  verifyDerSignature,
} from '../../crypto/index.ts';
import { childrenOf, readDer } from '../../der/reader.ts';
import { tag } from '../../der/tags.ts';
import { equalBytes, setOf } from '../../der/writer.ts';
import type { AlgorithmUse, EvidenceProblem } from '../../validation/signature-evidence.ts';
import { isBindingPresent, signerCertificate } from './signer-certificate.ts';

export interface CmsEvidenceInput {
  readonly signedData: SignedData;
  /** The bytes of the file the signature is over. */
  readonly data: Uint8Array;
  /** Of the signature dictionary. */
  readonly subFilter: string | undefined;
  /** Certificates from elsewhere in the file, DER. */
  readonly certificates: readonly Uint8Array[];
  readonly crypto: CryptoPort;
  readonly where: string;
}

export interface CmsEvidence {
  readonly signer?: SignerInfo;
  readonly dataIntact: boolean;
  readonly signatureIntact?: boolean;
  readonly certificate?: Certificate;
  readonly bound: boolean;
  readonly algorithmsUsed: readonly AlgorithmUse[];
  readonly problems: readonly EvidenceProblem[];
}

/** The signature value and what its signed attributes bind. @spec EN 319 102-1 5.2.2, 5.2.3, 5.2.7 */
export async function cmsEvidence(input: CmsEvidenceInput): Promise<CmsEvidence> {
  const { signedData, crypto, certificates } = input;
  const [signer] = signedData.signers;
  const problems = frameProblems(input);
  if (signer === undefined) return { dataIntact: false, bound: false, algorithmsUsed: [], problems };
  const found = signerCertificate(signer, [...signedData.certificates, ...certificates], crypto);
  const signatureIntact = found && (await valueFits(signer, found.certificate, input));
  return {
    signer,
    dataIntact: dataFits(signer, input),
    bound: found?.bound ?? false,
    ...(found && { certificate: found.certificate }),
    ...(signatureIntact !== undefined && { signatureIntact }),
    algorithmsUsed: [...algorithmsOf(signer, found?.certificate), ...(isDigestInside(input) ? sha1OfFile : [])],
    problems,
  };
}

/** What the signature is over: the file, or with the oldest SubFilter its SHA-1 carried inside. @spec ISO 32000-1 12.8.3.3 */
function isDigestInside({ subFilter }: CmsEvidenceInput): boolean {
  return subFilter === 'adbe.pkcs7.sha1';
}

function dataFits(signer: SignerInfo, input: CmsEvidenceInput): boolean {
  const { signedData, data, crypto } = input;
  const content = isDigestInside(input) ? signedData.content : data;
  if (content === undefined) return false;
  const rightInside = !isDigestInside(input) || equalBytes(content, crypto.digest('sha-1', data));
  // Without signed attributes the value itself is over the content: whether it fits tells whether the data does.
  if (signer.signedBytes === undefined) return rightInside;
  const signed = soleAttributeValue(signer.signedAttributes, attributeOid.messageDigest);
  if (signed?.tag !== tag.octetString || signer.digestAlgorithm === undefined) return false;
  return rightInside && equalBytes(signed.content, crypto.digest(signer.digestAlgorithm, content));
}

async function valueFits(
  { signatureAlgorithm: algorithm, signature, signedBytes, saltLength }: SignerInfo,
  { spki: publicKey, publicKeyAlgorithm }: Certificate,
  input: CmsEvidenceInput,
): Promise<boolean | undefined> {
  if (algorithm === undefined || publicKeyAlgorithm.family === 'other') return undefined;
  const data =
    (signedBytes && inDerOrder(signedBytes)) ?? (isDigestInside(input) ? input.signedData.content : input.data);
  const salt = saltLength === undefined ? {} : { saltLength };
  // A signature by another digest than the one it names is none. RFC 5652 5.4
  const named = input.signedData.signers[0]?.digestAlgorithm;
  if (signatureAlgorithms[algorithm].digest !== undefined && digestOf(algorithm) !== named) return false;
  return data !== undefined && verifyDerSignature(input.crypto, { algorithm, publicKey, data, signature, ...salt });
}

/** Attributes are signed in the order of DER, whatever order they stand in. @spec RFC 5652 5.4 */
function inDerOrder(signedBytes: Uint8Array): Uint8Array {
  return setOf(childrenOf(readDer(signedBytes), tag.set).map(({ bytes }) => bytes));
}

function frameProblems(input: CmsEvidenceInput): readonly EvidenceProblem[] {
  const { signedData, where } = input;
  const [signer, ...more] = signedData.signers;
  const attributes = signer?.signedAttributes ?? [];
  const oids = attributes.map(({ oid }) => oid);
  const problem = (code: string, subIndication: EvidenceProblem['subIndication'] = 'FORMAT_FAILURE') => [
    { code, subIndication, where },
  ];
  if (signer === undefined) return problem('signer-missing');
  return [
    ...(more.length > 0 ? problem('several-signers') : []),
    ...(signedData.content !== undefined && !isDigestInside(input) ? problem('cms-content-inside') : []),
    ...(signer.signedBytes === undefined ? problem('signed-attributes-missing', 'SIG_CONSTRAINTS_FAILURE') : []),
    ...(signer.signedBytes !== undefined && !oids.includes(attributeOid.messageDigest)
      ? problem('message-digest-missing', 'SIG_CONSTRAINTS_FAILURE')
      : []),
    ...(new Set(oids).size !== oids.length ? problem('signed-attribute-twice') : []),
    ...(signedData.contentType !== contentTypeOid.data ? problem('content-type-odd') : []),
    ...(isBindingPresent(signer) || input.subFilter !== 'ETSI.CAdES.detached'
      ? []
      : problem('signing-certificate-attribute-missing', 'SIG_CONSTRAINTS_FAILURE')),
  ];
}

const sha1OfFile: readonly AlgorithmUse[] = [{ role: 'digest', algorithm: 'sha-1', where: 'adbe.pkcs7.sha1' }];

function algorithmsOf(signer: SignerInfo, certificate: Certificate | undefined): readonly AlgorithmUse[] {
  const { signatureAlgorithm, digestAlgorithm } = signer;
  const keyBits = certificate?.publicKeyAlgorithm.bits;
  const digests = new Set<DigestAlgorithm | 'unknown'>([
    digestAlgorithm ?? 'unknown',
    ...(signatureAlgorithm === undefined ? [] : [digestOf(signatureAlgorithm)]),
  ]);
  return [
    { role: 'signature', algorithm: signatureAlgorithm ?? 'unknown', ...(keyBits && { keyBits }), where: 'SignerInfo' },
    ...[...digests].map((algorithm) => ({ role: 'digest', algorithm, where: 'SignerInfo' }) as const),
  ];
}
