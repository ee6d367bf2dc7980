import type { Certificate } from '../../certificate/index.ts';
import { equalBytes } from '../../der/writer.ts';
import type { EvidenceProblem } from '../../validation/signature-evidence.ts';
import type { XmlElement } from '../../xml/index.ts';
import { type ForeignSignature, readForeignSignature } from './foreign-signature.ts';
import { certificatesInKeyInfo } from './key-info.ts';
import { PartReader } from './part-reader.ts';
import { EvidenceRefusal } from './problems.ts';
import type { Reading } from './reading.ts';
import { type ReferenceEvidence, readReferences } from './references.ts';
import { likelySigner, namedSigner, type SigningCertificateEvidence } from './signing-certificate.ts';
import { readStatements, type Statements } from './statements.ts';
import { type CarriedValues, carriedValues } from './unsigned-values.ts';

/** Everything read of one signature, part by part. */
export interface Gathered {
  readonly signature: ForeignSignature;
  readonly references: readonly ReferenceEvidence[];
  readonly statements: Statements;
  readonly inKeyInfo: readonly Uint8Array[];
  readonly carried: CarriedValues;
  readonly signer: SigningCertificateEvidence;
  readonly parts: PartReader;
}

const nothingSaid: Statements = {
  ...{ certificates: [], certificateProperties: 0 },
  ...{ formatsOf: new Set(), contentTimestamps: [] },
};
const nothingCarried: CarriedValues = { certificates: [], crls: [], ocsps: [] };

/** Throws EvidenceRefusal where the signature's frame is wrong or nothing is referenced. */
export async function gatherParts(element: XmlElement, reading: Reading): Promise<Gathered> {
  const signature = readForeignSignature(element);
  const { keyInfo, properties, references: listed, signedInfo } = signature;
  if (listed.length === 0) throw new EvidenceRefusal('no-references', signedInfo);
  if (listed.length > reading.limits.references) throw new EvidenceRefusal('too-many-references', signedInfo);
  const parts = new PartReader(element);
  const inKeyInfo = parts.read(() => (keyInfo === undefined ? [] : certificatesInKeyInfo(keyInfo)), []);
  const references = readReferences(signature, reading);
  const statements = parts.read(() => signedStatements(signature, references), nothingSaid);
  const carried = parts.read(() => carriedValues(properties?.unsigned ?? []), nothingCarried);
  const candidates = [...inKeyInfo, ...carried.certificates, ...(reading.options.certificates ?? [])];
  const signer = await findSigner(signature, { statements, candidates, reading });
  return { signature, references, statements, inKeyInfo, carried, signer, parts };
}

/** What properties say that are not signed is nobody's word. */
function signedStatements(signature: ForeignSignature, references: readonly ReferenceEvidence[]): Statements {
  const { properties } = signature;
  const own = properties?.signedProperties;
  if (own === undefined) return nothingSaid;
  const signed = references.some(({ target, ofManifest }) => target === own && !ofManifest);
  if (!signed) throw new EvidenceRefusal('signed-properties-not-signed', own);
  return readStatements(own);
}

interface SignerSearch {
  readonly statements: Statements;
  readonly candidates: readonly Uint8Array[];
  readonly reading: Reading;
}

async function findSigner(signature: ForeignSignature, search: SignerSearch): Promise<SigningCertificateEvidence> {
  const { statements, candidates, reading } = search;
  const { crypto } = reading.options;
  const context = {
    candidates,
    digest: crypto.digest,
    verify: async (certificate: Certificate) => verifyValue(signature, certificate, reading),
    element: signature.keyInfo ?? signature.element,
  };
  const found =
    statements.certificates.length > 0
      ? await namedSigner(statements.certificates, context)
      : await likelySigner(context);
  if (signature.algorithm !== undefined && found.certificate?.publicKeyAlgorithm.family !== 'other') return found;
  const { intact: _, ...untried } = found;
  return untried;
}

async function verifyValue(signature: ForeignSignature, { spki }: Certificate, reading: Reading): Promise<boolean> {
  const { algorithm, saltLength, signedInfo, canonicalisation, value } = signature;
  if (algorithm === undefined) return false;
  const data = reading.octets.ofElement(signedInfo, canonicalisation);
  return reading.options.crypto.verify({
    ...{ algorithm, publicKey: spki, data, signature: value },
    ...(saltLength === undefined ? {} : { saltLength }),
  });
}

export function problemsOf({ parts, references, signer }: Gathered): readonly EvidenceProblem[] {
  return [...parts.problems, ...references.flatMap(({ problems }) => problems), ...signer.problems];
}

export function isInKeyInfo({ inKeyInfo, signer }: Gathered): boolean {
  const { certificate } = signer;
  return certificate !== undefined && inKeyInfo.some((der) => equalBytes(der, certificate.der));
}
