import { childrenOf, DerMembers, type DerValue, malformed, readDer } from '../der/reader.ts';
import {
  readBitPositions,
  readBoolean,
  readOctetString,
  readOid,
  readSmallInteger,
  toHex,
} from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';
import type { CertificateExtensions, KeyUsage, NameConstraints } from './certificate.ts';
import { readDistributionPoints, urlsOfPoints } from './distribution-point.ts';
import { type GeneralName, readGeneralName } from './general-name.ts';
import { accessMethodOid, extensionOid } from './object-identifiers.ts';

export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: DerValue;
}

/** Extensions of a certificate, a CRL, a CRL entry or an OCSP answer; one twice is refused. @spec RFC 5280 4.2 */
export function readExtensionList(value: DerValue): readonly Extension[] {
  const extensions = childrenOf(value).map(readExtension);
  if (new Set(extensions.map(({ oid }) => oid)).size !== extensions.length) throw malformed('an extension twice');
  return extensions;
}

function readExtension(value: DerValue): Extension {
  const members = new DerMembers(value);
  const oid = readOid(members.take(tag.oid));
  const critical = members.takeIf(tag.boolean);
  const octets = readOctetString(members.take(tag.octetString));
  members.end();
  return { oid, critical: critical !== undefined && readBoolean(critical), value: lenientValue(octets) };
}

/** Extensions unknown here may hold anything (the OCSP nonce was once bare bytes): then they stay unread. */
function lenientValue(octets: Uint8Array): DerValue {
  try {
    return readDer(octets);
  } catch {
    return { tag: -1, bytes: octets, content: octets };
  }
}

/** Throws `der-malformed` for a known extension that cannot be read. */
export function readCertificateExtensions(list: readonly Extension[]): CertificateExtensions {
  const find = (oid: string) => list.find((extension) => extension.oid === oid);
  const read = <T>(oid: string, reader: (value: DerValue) => T): T | undefined => {
    const extension = find(oid);
    return extension === undefined ? undefined : reader(extension.value);
  };
  const purposes = read(extensionOid.extendedKeyUsage, (value) => childrenOf(value).map((oid) => readOid(oid)));
  const access = read(extensionOid.authorityInfoAccess, readAccess) ?? [];
  const points = read(extensionOid.crlDistributionPoints, readDistributionPoints);
  const basicConstraints = read(extensionOid.basicConstraints, readBasicConstraints);
  return defined({
    keyUsage: read(extensionOid.keyUsage, readKeyUsage),
    extendedKeyUsage: purposes && { purposes, critical: find(extensionOid.extendedKeyUsage)?.critical ?? false },
    basicConstraints,
    policies: read(extensionOid.certificatePolicies, readPolicies),
    policyMappings: read(extensionOid.policyMappings, readPolicyMappings),
    policyConstraints: read(extensionOid.policyConstraints, readPolicyConstraints),
    inhibitAnyPolicy: read(extensionOid.inhibitAnyPolicy, (value) => readSmallInteger(value)),
    nameConstraints: read(extensionOid.nameConstraints, readNameConstraints),
    subjectAltNames: read(extensionOid.subjectAltName, (value) => childrenOf(value).map(readGeneralName)) ?? [],
    subjectKeyIdentifier: read(extensionOid.subjectKeyIdentifier, (value) => toHex(readOctetString(value))),
    authorityKeyIdentifier: read(extensionOid.authorityKeyIdentifier, readAuthorityKey),
    ocspUrls: urlsOf(access, accessMethodOid.ocsp),
    caIssuersUrls: urlsOf(access, accessMethodOid.caIssuers),
    crlUrls: urlsOfPoints(points),
    crlDistributionPoints: points,
    freshestCrl: read(extensionOid.freshestCrl, readDistributionPoints),
    ocspNoCheck: find(extensionOid.ocspNoCheck) !== undefined,
    noRevAvail: find(extensionOid.noRevAvail) !== undefined && basicConstraints?.ca !== true,
    unknownCriticalExtensions: list
      .filter(({ oid, critical }) => critical && !understood.has(oid))
      .map(({ oid }) => oid),
  });
}

/** Key identifiers are not among them: they are hints, and must not be critical. */
const understood: ReadonlySet<string> = new Set([
  extensionOid.keyUsage,
  extensionOid.subjectAltName,
  extensionOid.basicConstraints,
  extensionOid.nameConstraints,
  extensionOid.certificatePolicies,
  extensionOid.policyMappings,
  extensionOid.policyConstraints,
  extensionOid.extendedKeyUsage,
  extensionOid.inhibitAnyPolicy,
  extensionOid.crlDistributionPoints,
  extensionOid.freshestCrl,
  extensionOid.ocspNoCheck,
  extensionOid.noRevAvail,
]);

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same fields without those that are undefined. */
export function defined<T extends object>(fields: T): Defined<T> {
  const kept: { [name: string]: unknown } = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) kept[name] = value;
  return kept as Defined<T>;
}

/** Bit order of RFC 5280 4.2.1.3. */
export const keyUsageBits: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'crlSign',
  'encipherOnly',
  'decipherOnly',
];

function readKeyUsage(value: DerValue): ReadonlySet<KeyUsage> {
  const positions = readBitPositions(value);
  return new Set(keyUsageBits.filter((_, position) => positions.has(position)));
}

function readBasicConstraints(value: DerValue): { ca: boolean; pathLength?: number } {
  const members = new DerMembers(value);
  const ca = members.takeIf(tag.boolean);
  const pathLength = members.takeIf(tag.integer);
  members.end();
  return defined({
    ca: ca !== undefined && readBoolean(ca),
    pathLength: pathLength && readSmallInteger(pathLength),
  });
}

function readPolicies(value: DerValue): readonly string[] {
  return nonEmpty(value).map((policy) => readOid(new DerMembers(policy).take(tag.oid)));
}

function readPolicyMappings(value: DerValue): { issuerPolicy: string; subjectPolicy: string }[] {
  return nonEmpty(value).map((mapping) => {
    const members = new DerMembers(mapping);
    const issuerPolicy = readOid(members.take(tag.oid));
    const subjectPolicy = readOid(members.take(tag.oid));
    members.end();
    return { issuerPolicy, subjectPolicy };
  });
}

/** No authority has more policies; thousands of them mapped onto each other take long to follow. */
const mostPolicies = 1000;

/** SIZE (1..MAX): an empty list says neither yes nor no. */
function nonEmpty(value: DerValue): readonly DerValue[] {
  const children = childrenOf(value);
  if (children.length === 0 || children.length > mostPolicies) throw malformed(`list of ${children.length} policies`);
  return children;
}

function readPolicyConstraints(value: DerValue): { requireExplicit?: number; inhibitMapping?: number } {
  const members = new DerMembers(value);
  const requireExplicit = members.takeIf(contextTag(0, 'primitive'));
  const inhibitMapping = members.takeIf(contextTag(1, 'primitive'));
  members.end();
  if (requireExplicit === undefined && inhibitMapping === undefined) throw malformed('empty PolicyConstraints');
  return defined({
    requireExplicit: requireExplicit && readSmallInteger(requireExplicit, requireExplicit.tag),
    inhibitMapping: inhibitMapping && readSmallInteger(inhibitMapping, inhibitMapping.tag),
  });
}

function readNameConstraints(value: DerValue): NameConstraints {
  const members = new DerMembers(value);
  const permitted = members.takeIf(contextTag(0));
  const excluded = members.takeIf(contextTag(1));
  members.end();
  return { permitted: readSubtrees(permitted), excluded: readSubtrees(excluded) };
}

/** minimum must be 0 and maximum absent, which in DER is: only the base. @spec RFC 5280 4.2.1.10 */
function readSubtrees(value: DerValue | undefined): readonly GeneralName[] {
  if (value === undefined) return [];
  return childrenOf(value, value.tag).map((subtree) => {
    const members = new DerMembers(subtree);
    const base = readGeneralName(members.take());
    members.end();
    return base;
  });
}

function readAuthorityKey(value: DerValue): string | undefined {
  const keyIdentifier = new DerMembers(value).takeIf(contextTag(0, 'primitive'));
  return keyIdentifier && toHex(keyIdentifier.content);
}

function readAccess(value: DerValue): readonly { method: string; location: GeneralName }[] {
  return childrenOf(value).map((description) => {
    const members = new DerMembers(description);
    return { method: readOid(members.take(tag.oid)), location: readGeneralName(members.take()) };
  });
}

function urlsOf(access: ReturnType<typeof readAccess>, method: string): readonly string[] {
  return access
    .filter((description) => description.method === method)
    .flatMap(({ location }) => (location.kind === 'uri' ? [location.text] : []));
}
