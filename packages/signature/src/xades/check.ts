import type { CryptoPort } from '../crypto/index.ts';
import { SignatureError, type SignatureErrorCode } from '../errors.ts';
import { hasName, placeOf, type XmlDocument, type XmlElement } from '../xml/index.ts';
import { encodeBase64 } from './base64-text.ts';
import { CanonicalParts } from './canonical-parts.ts';
import { chooseCertificate, unboundCertificates } from './check-certificate.ts';
import { type CheckedDocument, checkReferences } from './check-references.ts';
import { checkTimestamps } from './check-timestamps.ts';
import type { Spacing } from './element-reader.ts';
import { type FoundSignature, findSignatures } from './find-signatures.ts';
import type { Layout } from './layout.ts';
import { referenceType, xades141Namespace, xadesNamespace } from './names.ts';
import { type ReadSignature, readSignature } from './read-signature.ts';
import { XadesRefusal } from './refusal.ts';
import { findingWeight, type XadesFinding, type XadesLevel, type XadesReport } from './report.ts';

export interface XadesCheckOptions {
  readonly crypto: CryptoPort;
  readonly layout: Layout;
  /** DER; certificates the caller holds, for signatures that carry none. */
  readonly certificates?: readonly Uint8Array[];
}

/**
 * Checks every signature of a document, in its order, and reports on each; also on what only looks like one. A
 * document without signatures gives an empty list, which proves nothing. Never throws for what the document holds.
 */
export async function checkXades(document: XmlDocument, options: XadesCheckOptions): Promise<readonly XadesReport[]> {
  const { layout, crypto } = options;
  const canonical = new CanonicalParts(document);
  const checked: CheckedDocument = { document, layout, crypto, canonical, digested: new Map() };
  const reports: XadesReport[] = [];
  for (const found of findSignatures(document, layout)) reports.push(await checkOne(found, checked, options));
  return reports;
}

async function checkOne(
  found: FoundSignature,
  checked: CheckedDocument,
  options: XadesCheckOptions,
): Promise<XadesReport> {
  if (found.finding !== undefined) return refused(found.element, found.finding);
  const spacing: Spacing = { lenient: options.layout === 'any' };
  try {
    const signature = readSignature(found.element, spacing);
    return await checkRead(signature, { checked, spacing, known: options.certificates ?? [] });
  } catch (error) {
    if (error instanceof XadesRefusal) return refused(found.element, error.finding);
    // Canonical forms that are not made are not guessed at.
    if (error instanceof SignatureError && unmade.includes(error.code)) {
      return refused(found.element, { code: 'canonicalisation-not-allowed', where: placeOf(found.element) });
    }
    throw error;
  }
}

/** Why a canonical form was not made. */
const unmade: readonly SignatureErrorCode[] = ['c14n-unsupported', 'xml-too-large'];

interface Context {
  readonly checked: CheckedDocument;
  readonly spacing: Spacing;
  readonly known: readonly Uint8Array[];
}

async function checkRead(signature: ReadSignature, context: Context): Promise<XadesReport> {
  const { checked, spacing } = context;
  const { document, canonical, crypto } = checked;
  const { references, findings: inReferences } = checkReferences(signature, checked);
  const { certificate, findings: inCertificate } = chooseCertificate(signature, context.known, crypto);
  const stamped = checkTimestamps(signature, { document, canonical, crypto, spacing });
  const { timestamps, archiveTimestamps, findings: inTimestamps } = stamped;
  const unfit = inCertificate.length > 0;
  const signatureOk =
    certificate === undefined || unfit ? undefined : await verifyValue(signature, certificate.spki, checked);
  const findings = [
    ...inReferences,
    ...inCertificate,
    ...(signatureOk === false ? [findingAt('signature-value-wrong', signature.signatureValue.element)] : []),
    ...inTimestamps,
    ...(spacing.lenient ? [] : [...strayFindings(signature, crypto), ...spellingFindings(signature, canonical)]),
    ...formFindings(signature),
  ];
  const level = levelOf(findings, timestamps.length > 0);
  return {
    ...statements(signature),
    outcome: outcomeOf(findings),
    level,
    findings,
    references,
    ...(signatureOk === undefined ? {} : { signatureOk }),
    ...(certificate === undefined ? {} : { certificate: certificate.der }),
    timestamps,
    archiveTimestamps,
  };
}

async function verifyValue(signature: ReadSignature, publicKey: Uint8Array, { canonical, crypto }: CheckedDocument) {
  const { element, canonicalisation, algorithm } = signature.signedInfo;
  const data = canonical.bytesOf(element, canonicalisation);
  return crypto.verify({ algorithm, publicKey, data, signature: signature.signatureValue.bytes });
}

/** Unsigned properties of the long term, which stay to be judged by whoever needs them. */
const longTerm = new Set(['CertificateValues', 'RevocationValues', 'ArchiveTimeStamp', 'TimeStampValidationData']);

/** What no signature covers has no place in a file of fixed form. */
function strayFindings(signature: ReadSignature, crypto: CryptoPort): readonly XadesFinding[] {
  const unbound = unboundCertificates(signature, crypto).map(() =>
    findingAt('certificate-not-bound', signature.element),
  );
  const properties = signature.unsignedProperties.filter(
    (property) =>
      !hasName(property, xadesNamespace, 'SignatureTimeStamp') &&
      !([xadesNamespace, xades141Namespace].includes(property.namespace) && longTerm.has(property.localName)),
  );
  return [...unbound, ...properties.map((property) => findingAt('unsigned-property-not-allowed', property))];
}

/** In a file of fixed form these stand as they are digested: a declaration renamed or left out would mean the same. */
function spellingFindings(signature: ReadSignature, canonical: CanonicalParts): readonly XadesFinding[] {
  const { signedInfo, signatureValue, signedProperties } = signature;
  return [signedInfo.element, signatureValue.element, signedProperties.element]
    .filter((element) => !canonical.standsCanonically(element))
    .map((element) => findingAt('spelling-not-canonical', element));
}

/** @spec EN 319 132-1 6.3 */
function formFindings(signature: ReadSignature): readonly XadesFinding[] {
  const { signedProperties, signedInfo } = signature;
  const findings: XadesFinding[] = [];
  if (signedProperties.signingTime === undefined) {
    findings.push(findingAt('signing-time-missing', signedProperties.element));
  }
  for (const { type, id, element } of signedInfo.references) {
    const exempt = type === referenceType.signedProperties || type === referenceType.countersignedSignature;
    const stated = id !== undefined && signedProperties.formatsOf.has(id);
    if (!exempt && !stated) findings.push(findingAt('data-object-format-missing', element));
  }
  return findings;
}

function statements(signature: ReadSignature) {
  const { signingTime, role, commitment, policy } = signature.signedProperties;
  const valueId = signature.signatureValue.element.attributes.get('Id');
  return {
    where: placeOf(signature.element),
    id: signature.id,
    ...(valueId === undefined ? {} : { signatureValueId: valueId }),
    algorithm: signature.signedInfo.algorithm,
    certificatesInFile: signature.certificates,
    ...(signingTime === undefined ? {} : { signingTime }),
    ...(role === undefined ? {} : { role }),
    ...(commitment === undefined ? {} : { commitment }),
    ...(policy === undefined ? {} : { policy: { ...policy, digest: encodeBase64(policy.digest) } }),
    unsignedProperties: signature.unsignedProperties.map(({ localName }) => localName),
  };
}

function refused(element: XmlElement, finding: XadesFinding): XadesReport {
  const id = element.attributes.get('Id');
  return {
    where: placeOf(element),
    ...(id === undefined ? {} : { id }),
    outcome: 'failed',
    level: 'below-baseline',
    findings: [finding],
    references: [],
    certificatesInFile: [],
    timestamps: [],
    archiveTimestamps: [],
    unsignedProperties: [],
  };
}

function findingAt(code: XadesFinding['code'], element: XmlElement): XadesFinding {
  return { code, where: placeOf(element) };
}

function outcomeOf(findings: readonly XadesFinding[]): XadesReport['outcome'] {
  if (findings.some(({ code }) => findingWeight[code] === 'fatal')) return 'failed';
  return findings.some(({ code }) => findingWeight[code] === 'missing') ? 'indeterminate' : 'passed';
}

function levelOf(findings: readonly XadesFinding[], timestamped: boolean): XadesLevel {
  if (findings.length > 0) return 'below-baseline';
  return timestamped ? 'B-T' : 'B-B';
}
