import type { DigestAlgorithm } from '../crypto/index.ts';
import type { XmlElement } from '../xml/index.ts';
import { attributeOf, base64In, Members, type Spacing, textIn } from './element-reader.ts';
import { commitmentPrefix, xadesNamespace } from './names.ts';
import { readDigest } from './read-signed-info.ts';
import { XadesRefusal } from './refusal.ts';

export interface SignedProperties {
  readonly element: XmlElement;
  readonly signingTime?: string;
  /** The signatory's first; empty when the property is absent. */
  readonly signingCertificates: readonly SigningCertificate[];
  readonly policy?: { readonly id: string; readonly algorithm: DigestAlgorithm; readonly digest: Uint8Array };
  readonly role?: string;
  readonly commitment?: string;
  /** Ids of the references whose format is stated. */
  readonly formatsOf: ReadonlySet<string>;
}

export interface SigningCertificate {
  readonly element: XmlElement;
  readonly algorithm: DigestAlgorithm;
  readonly digest: Uint8Array;
  /** DER of IssuerSerial. */
  readonly issuerSerial?: Uint8Array;
}

const utcTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Reads xades:SignedProperties exactly, in the order of the schema. Throws XadesRefusal. @spec EN 319 132-1 4.3.4 */
export function readSignedProperties(element: XmlElement, spacing: Spacing): SignedProperties {
  const members = new Members(element, spacing, ['Id']);
  const aboutSignature = members.takeIf(xadesNamespace, 'SignedSignatureProperties');
  const aboutData = members.takeIf(xadesNamespace, 'SignedDataObjectProperties');
  members.end();
  const none = { signingCertificates: [], formatsOf: new Set<string>() };
  return {
    element,
    ...none,
    ...(aboutSignature === undefined ? {} : readAboutSignature(aboutSignature, spacing)),
    ...(aboutData === undefined ? {} : readAboutData(aboutData, spacing)),
  };
}

function readAboutSignature(element: XmlElement, spacing: Spacing) {
  const members = new Members(element, spacing, ['Id']);
  const time = members.takeIf(xadesNamespace, 'SigningTime');
  const certificates = members.takeIf(xadesNamespace, 'SigningCertificateV2');
  const policy = members.takeIf(xadesNamespace, 'SignaturePolicyIdentifier');
  if (spacing.lenient) members.takeIf(xadesNamespace, 'SignatureProductionPlaceV2');
  const role = members.takeIf(xadesNamespace, 'SignerRoleV2');
  members.end();
  return {
    ...(time === undefined ? {} : { signingTime: readTime(time) }),
    ...(role === undefined ? {} : { role: readRole(role, spacing) }),
    ...(policy === undefined ? {} : readPolicy(policy, spacing)),
    signingCertificates: certificates === undefined ? [] : readCertificates(certificates, spacing),
  };
}

function readTime(element: XmlElement): string {
  const text = textIn(element);
  if (!utcTime.test(text) || Number.isNaN(Date.parse(text))) throw new XadesRefusal('value-malformed', element);
  return text;
}

function readCertificates(element: XmlElement, spacing: Spacing): readonly SigningCertificate[] {
  const members = new Members(element, spacing);
  const certificates = members.takeAll(xadesNamespace, 'Cert');
  members.end();
  return certificates.map((certificate) => {
    const inside = new Members(certificate, spacing, spacing.lenient ? ['URI'] : []);
    const digest = new Members(inside.take(xadesNamespace, 'CertDigest'), spacing);
    const read = readDigest(digest, spacing);
    digest.end();
    const serial = inside.takeIf(xadesNamespace, 'IssuerSerialV2');
    inside.end();
    return {
      element: certificate,
      ...read,
      ...(serial === undefined ? {} : { issuerSerial: base64In(serial, spacing) }),
    };
  });
}

function readPolicy(element: XmlElement, spacing: Spacing) {
  const members = new Members(element, spacing);
  if (spacing.lenient && members.takeIf(xadesNamespace, 'SignaturePolicyImplied') !== undefined) return {};
  const stated = new Members(members.take(xadesNamespace, 'SignaturePolicyId'), spacing);
  members.end();
  const identity = new Members(stated.take(xadesNamespace, 'SigPolicyId'), spacing);
  const id = textIn(identity.take(xadesNamespace, 'Identifier'), ['Qualifier']);
  identity.takeIf(xadesNamespace, 'Description');
  identity.end();
  const hash = new Members(stated.take(xadesNamespace, 'SigPolicyHash'), spacing);
  const digest = readDigest(hash, spacing);
  hash.end();
  if (spacing.lenient) stated.takeIf(xadesNamespace, 'SigPolicyQualifiers');
  stated.end();
  return { policy: { id, ...digest } };
}

function readRole(element: XmlElement, spacing: Spacing): string {
  const members = new Members(element, spacing);
  const claimed = new Members(members.take(xadesNamespace, 'ClaimedRoles'), spacing);
  const role = textIn(claimed.take(xadesNamespace, 'ClaimedRole'));
  claimed.end();
  members.end();
  return role;
}

function readAboutData(element: XmlElement, spacing: Spacing) {
  const members = new Members(element, spacing, ['Id']);
  const formats = members.takeAll(xadesNamespace, 'DataObjectFormat');
  const commitment = members.takeIf(xadesNamespace, 'CommitmentTypeIndication');
  members.end();
  const formatsOf = new Set(formats.map((format) => attributeOf(format, 'ObjectReference').replace(/^#/, '')));
  return commitment === undefined ? { formatsOf } : { formatsOf, commitment: readCommitment(commitment, spacing) };
}

function readCommitment(element: XmlElement, spacing: Spacing): string {
  const members = new Members(element, spacing);
  const id = new Members(members.take(xadesNamespace, 'CommitmentTypeId'), spacing);
  const text = textIn(id.take(xadesNamespace, 'Identifier'), spacing.lenient ? ['Qualifier'] : []);
  id.takeIf(xadesNamespace, 'Description');
  id.end();
  // A commitment to some of the parts only would say less than the caller takes it to say.
  members.take(xadesNamespace, 'AllSignedDataObjects');
  members.end();
  return text.startsWith(commitmentPrefix) ? text.slice(commitmentPrefix.length) : text;
}
