import { type DigestAlgorithm, digestAlgorithmByXmlUri } from '../../crypto/index.ts';
import { childElements, elementsWithin, type XmlElement } from '../../xml/index.ts';
import { commitmentPrefix, dsNamespace } from '../names.ts';
import { algorithmOf, attribute, bytesOf, membersOf, onlyMember, optionalMember, textOf } from './foreign-members.ts';
import { EvidenceRefusal } from './problems.ts';

/** What the signed properties say, of whatever edition. @spec EN 319 132-1 5.2 */
export interface Statements {
  readonly signingTime?: number;
  readonly certificates: readonly NamedCertificate[];
  /** How often SigningCertificate or its second form stands there. */
  readonly certificateProperties: number;
  readonly role?: string;
  readonly commitment?: string;
  readonly policy?: PolicyStatement;
  /** Ids of the references whose MIME type is stated. */
  readonly formatsOf: ReadonlySet<string>;
  /** AllDataObjectsTimeStamp and IndividualDataObjectsTimeStamp. */
  readonly contentTimestamps: readonly XmlElement[];
}

export interface NamedCertificate {
  readonly element: XmlElement;
  /** Absent where the digest is by an algorithm that is none of ours. */
  readonly algorithm?: DigestAlgorithm;
  readonly digest: Uint8Array;
  readonly issuerSerial?: IssuerSerialStatement;
}

/** DER of IssuerSerial in the second form; name and decimal number in the first. */
export type IssuerSerialStatement = { readonly der: Uint8Array } | { readonly issuer: string; readonly serial: string };

export interface PolicyStatement {
  readonly id: string;
  readonly algorithm?: DigestAlgorithm;
  readonly digest?: Uint8Array;
  /** The digest is of what transforms make of the document. */
  readonly transformed?: boolean;
}

/** Throws EvidenceRefusal. */
export function readStatements(element: XmlElement): Statements {
  const ns = element.namespace;
  const aboutSignature = optionalMember(element, ns, 'SignedSignatureProperties');
  const aboutData = optionalMember(element, ns, 'SignedDataObjectProperties');
  return {
    ...(aboutSignature === undefined
      ? { certificates: [], certificateProperties: 0 }
      : readAboutSignature(aboutSignature)),
    ...(aboutData === undefined ? { formatsOf: new Set(), contentTimestamps: [] } : readAboutData(aboutData)),
  };
}

function readAboutSignature(element: XmlElement) {
  const ns = element.namespace;
  const time = optionalMember(element, ns, 'SigningTime');
  const lists = ['SigningCertificate', 'SigningCertificateV2'].flatMap((name) => membersOf(element, ns, name));
  const policy = optionalMember(element, ns, 'SignaturePolicyIdentifier');
  const role = optionalMember(element, ns, 'SignerRoleV2') ?? optionalMember(element, ns, 'SignerRole');
  const roleText = role === undefined ? '' : rolesIn(role);
  return {
    ...(time === undefined ? {} : { signingTime: readTime(time) }),
    ...(roleText === '' ? {} : { role: roleText }),
    ...(policy === undefined ? {} : { policy: readPolicy(policy) }),
    certificates: lists.flatMap((list) => membersOf(list, ns, 'Cert').map(readNamed)),
    certificateProperties: lists.length,
  };
}

const dateTime = /^-?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** A time without zone is taken for UTC. */
function readTime(element: XmlElement): number {
  const text = textOf(element);
  const parts = dateTime.exec(text);
  const time = parts === null ? Number.NaN : Date.parse(parts[1] === undefined ? `${text}Z` : text);
  if (Number.isNaN(time)) throw new EvidenceRefusal('value-malformed', element);
  return time;
}

function readNamed(element: XmlElement): NamedCertificate {
  const ns = element.namespace;
  const pair = digestPair(onlyMember(element, ns, 'CertDigest'));
  const second = optionalMember(element, ns, 'IssuerSerialV2');
  const first = optionalMember(element, ns, 'IssuerSerial');
  if (second !== undefined) return { element, ...pair, issuerSerial: { der: bytesOf(second) } };
  if (first === undefined) return { element, ...pair };
  const issuer = textOf(onlyMember(first, dsNamespace, 'X509IssuerName'));
  return {
    element,
    ...pair,
    issuerSerial: { issuer, serial: textOf(onlyMember(first, dsNamespace, 'X509SerialNumber')) },
  };
}

/** The oldest editions had these two in the namespace of XAdES. */
function digestPair(element: XmlElement) {
  const member = (name: string) =>
    optionalMember(element, element.namespace, name) ?? onlyMember(element, dsNamespace, name);
  const algorithm = digestAlgorithmByXmlUri(algorithmOf(member('DigestMethod')));
  return { ...(algorithm === undefined ? {} : { algorithm }), digest: bytesOf(member('DigestValue')) };
}

function readPolicy(element: XmlElement): PolicyStatement {
  const ns = element.namespace;
  const stated = optionalMember(element, ns, 'SignaturePolicyId');
  if (stated === undefined) return { id: 'implied' };
  const id = textOf(onlyMember(onlyMember(stated, ns, 'SigPolicyId'), ns, 'Identifier'));
  const hash = optionalMember(stated, ns, 'SigPolicyHash');
  const transformed = optionalMember(stated, dsNamespace, 'Transforms') !== undefined;
  return { id, transformed, ...(hash === undefined ? {} : digestPair(hash)) };
}

function rolesIn(element: XmlElement): string {
  const roles = [...elementsWithin(element)].filter(({ localName }) => localName === 'ClaimedRole');
  return roles
    .map((role) =>
      role.children
        .map((child) => (child.kind === 'text' ? child.text : ''))
        .join('')
        .trim(),
    )
    .join('; ');
}

function readAboutData(element: XmlElement) {
  const ns = element.namespace;
  const formats = membersOf(element, ns, 'DataObjectFormat');
  const commitments = membersOf(element, ns, 'CommitmentTypeIndication').map(readCommitment);
  const stated = formats.filter((format) => optionalMember(format, ns, 'MimeType') !== undefined);
  return {
    formatsOf: new Set(stated.map((format) => attribute(format, 'ObjectReference').replace(/^#/, ''))),
    ...(commitments.length === 0 ? {} : { commitment: commitments.join('; ') }),
    contentTimestamps: childElements(element).filter(
      ({ namespace, localName }) => namespace === ns && /^(?:All|Individual)DataObjectsTimeStamp$/.test(localName),
    ),
  };
}

function readCommitment(element: XmlElement): string {
  const ns = element.namespace;
  const text = textOf(onlyMember(onlyMember(element, ns, 'CommitmentTypeId'), ns, 'Identifier'));
  return text.startsWith(commitmentPrefix) ? text.slice(commitmentPrefix.length) : text;
}
