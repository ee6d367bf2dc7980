import { type DistinguishedName, readName } from '../certificate/distinguished-name.ts';
import { defined, type Extension, readExtensionList, urlsOfPointName } from '../certificate/extensions.ts';
import { extensionOid } from '../certificate/object-identifiers.ts';
import { readSignatureAlgorithm, type SignatureAlgorithm } from '../crypto/index.ts';
import { keptByBytes } from '../der/kept-by-bytes.ts';
import { childrenOf, DerMembers, type DerValue, insideExplicit, malformed, readDer } from '../der/reader.ts';
import {
  readBitStringBytes,
  readBoolean,
  readIntegerHex,
  readSmallInteger,
  readTime,
  toHex,
} from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';
import { equalBytes } from '../der/writer.ts';
import { SignatureError } from '../errors.ts';
import { type RevocationReason, reasonByNumber } from './revocation-reason.ts';

/** A complete certificate revocation list. @spec RFC 5280 5 */
export interface Crl {
  readonly der: Uint8Array;
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm?: SignatureAlgorithm;
  readonly signature: Uint8Array;
  readonly issuer: DistinguishedName;
  /** Epoch milliseconds. */
  readonly thisUpdate: number;
  readonly nextUpdate?: number;
  /** By serial number, hex. */
  readonly entries: ReadonlyMap<string, CrlEntry>;
  readonly number?: string;
  readonly authorityKeyIdentifier?: string;
  readonly issuingDistributionPoint?: IssuingDistributionPoint;
  /** Why this list cannot be used by us, if so: delta lists, critical extensions nobody here knows. */
  readonly unsupported?: string;
}

export interface CrlEntry {
  readonly revokedAt: number;
  readonly reason: RevocationReason;
}

export interface IssuingDistributionPoint {
  readonly urls: readonly string[];
  readonly onlyUserCertificates: boolean;
  readonly onlyAuthorityCertificates: boolean;
}

/** The same bytes give the same object. Throws `crl-malformed`. */
export const parseCrl: (der: Uint8Array) => Crl = keptByBytes(readOrThrow, 30);

function readOrThrow(der: Uint8Array): Crl {
  try {
    return read(der);
  } catch (error) {
    throw new SignatureError('crl-malformed', error instanceof Error ? error.message : String(error));
  }
}

function read(der: Uint8Array): Crl {
  const outer = new DerMembers(readDer(der));
  const tbs = outer.take(tag.sequence);
  const algorithm = outer.take(tag.sequence);
  const signature = readBitStringBytes(outer.take(tag.bitString));
  outer.end();
  const members = new DerMembers(tbs);
  const version = members.takeIf(tag.integer);
  if (version !== undefined && readSmallInteger(version) !== 1) throw malformed('CRL version');
  if (!equalBytes(members.take(tag.sequence).bytes, algorithm.bytes)) throw malformed('two signature algorithms');
  const issuer = readName(members.take(tag.sequence));
  const thisUpdate = readTime(members.take());
  const nextUpdate = members.takeIf(tag.utcTime, tag.generalizedTime);
  const revoked = members.takeIf(tag.sequence);
  const extensions = members.takeIf(contextTag(0));
  members.end();
  const { entries, unsupported } = readEntries(revoked);
  return {
    ...{ der, tbs: tbs.bytes, signature, issuer, thisUpdate, entries },
    ...defined({
      signatureAlgorithm: readSignatureAlgorithm(algorithm),
      nextUpdate: nextUpdate && readTime(nextUpdate),
    }),
    ...readCrlExtensions(extensions === undefined ? [] : readExtensionList(insideExplicit(extensions)), unsupported),
  };
}

function readEntries(list: DerValue | undefined): { entries: Map<string, CrlEntry>; unsupported: string | undefined } {
  const entries = new Map<string, CrlEntry>();
  let unsupported: string | undefined;
  for (const value of list === undefined ? [] : childrenOf(list)) {
    const members = new DerMembers(value);
    const serialNumber = readIntegerHex(members.take(tag.integer));
    const revokedAt = readTime(members.take());
    const extensionList = members.takeIf(tag.sequence);
    members.end();
    const extensions = extensionList === undefined ? [] : readExtensionList(extensionList);
    const unknown = extensions.find(({ oid, critical }) => critical && !knownEntryExtensions.has(oid));
    if (unknown !== undefined) unsupported = `entry with critical extension ${unknown.oid}`;
    const reason = extensions.find(({ oid }) => oid === extensionOid.reasonCode);
    const number = reason === undefined ? 0 : readSmallInteger(reason.value, tag.enumerated);
    entries.set(serialNumber, { revokedAt, reason: reasonByNumber(number) });
  }
  return { entries, unsupported };
}

/** certificateIssuer is not among them: it makes a list indirect. */
const knownEntryExtensions: ReadonlySet<string> = new Set([extensionOid.reasonCode, extensionOid.invalidityDate]);

const knownExtensions: ReadonlySet<string> = new Set([
  extensionOid.authorityKeyIdentifier,
  extensionOid.crlNumber,
  extensionOid.issuingDistributionPoint,
  extensionOid.issuerAltName,
]);

function readCrlExtensions(list: readonly Extension[], unsupportedEntry: string | undefined) {
  const find = (oid: string) => list.find((extension) => extension.oid === oid)?.value;
  const unknown = list.find(({ oid, critical }) => critical && !knownExtensions.has(oid));
  const number = find(extensionOid.crlNumber);
  const keyIdentifier = find(extensionOid.authorityKeyIdentifier);
  const point = find(extensionOid.issuingDistributionPoint);
  const read = point === undefined ? undefined : readDistributionPoint(point);
  return defined({
    number: number && readIntegerHex(number),
    authorityKeyIdentifier: keyIdentifier && readKeyIdentifier(keyIdentifier),
    issuingDistributionPoint: typeof read === 'string' ? undefined : read,
    unsupported:
      unsupportedEntry ??
      (unknown === undefined ? undefined : `critical extension ${unknown.oid}`) ??
      (find(extensionOid.deltaCrlIndicator) === undefined ? undefined : 'delta list') ??
      (typeof read === 'string' ? read : undefined),
  });
}

function readKeyIdentifier(value: DerValue): string | undefined {
  const identifier = new DerMembers(value).takeIf(contextTag(0, 'primitive'));
  return identifier && toHex(identifier.content);
}

/** Lists split by reason, indirect ones and those of attribute certificates are refused. @spec RFC 5280 5.2.5 */
function readDistributionPoint(value: DerValue): IssuingDistributionPoint | string {
  const members = new DerMembers(value);
  const name = members.takeIf(contextTag(0));
  const flag = (number: number) => {
    const member = members.takeIf(contextTag(number, 'primitive'));
    return member !== undefined && readBoolean(member, member.tag);
  };
  const onlyUserCertificates = flag(1);
  const onlyAuthorityCertificates = flag(2);
  const onlySomeReasons = members.takeIf(contextTag(3, 'primitive'));
  const indirect = flag(4);
  const onlyAttributeCertificates = flag(5);
  members.end();
  if (onlySomeReasons !== undefined) return 'list of only some reasons';
  if (indirect) return 'indirect list';
  if (onlyAttributeCertificates) return 'list of attribute certificates';
  const pointName = name === undefined ? undefined : insideExplicit(name);
  if (pointName !== undefined && pointName.tag !== contextTag(0)) return 'distribution point by relative name';
  const urls = pointName === undefined ? [] : urlsOfPointName(pointName);
  if (pointName !== undefined && urls.length === 0) return 'distribution point without address';
  return { urls, onlyUserCertificates, onlyAuthorityCertificates };
}
