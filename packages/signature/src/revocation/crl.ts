import { type DistinguishedName, readName } from '../certificate/distinguished-name.ts';
import type { DistributionPoint } from '../certificate/distribution-point.ts';
import { defined, readExtensionList } from '../certificate/extensions.ts';
import { pssSaltLength, readSignatureAlgorithm, type SignatureAlgorithm } from '../crypto/index.ts';
import { keptByBytes } from '../der/kept-by-bytes.ts';
import { DerMembers, insideExplicit, malformed, readDer } from '../der/reader.ts';
import { readOid, readSignatureBytes, readSmallInteger, readTime } from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';
import { equalBytes } from '../der/writer.ts';
import { SignatureError } from '../errors.ts';
import { type CrlEntry, readCrlEntries } from './crl-entries.ts';
import { readCrlExtensions } from './crl-extensions.ts';
import type { IssuingDistributionPoint } from './issuing-distribution-point.ts';

/** A certificate revocation list, complete or of changes since another. @spec RFC 5280 5 */
export interface Crl {
  readonly der: Uint8Array;
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm?: SignatureAlgorithm;
  readonly signatureAlgorithmOid: string;
  readonly signature: Uint8Array;
  /** RSA-PSS only. */
  readonly saltLength?: number;
  readonly issuer: DistinguishedName;
  /** Epoch milliseconds. */
  readonly thisUpdate: number;
  readonly nextUpdate?: number;
  /** Of certificates the list’s own issuer issued, by serial number, hex. */
  readonly entries: ReadonlyMap<string, CrlEntry>;
  /** Of certificates of others, by `nameKey` of their issuer: only indirect lists have them. */
  readonly entriesOfOthers: ReadonlyMap<string, ReadonlyMap<string, CrlEntry>>;
  /** Hex. */
  readonly number?: string;
  readonly authorityKeyIdentifier?: string;
  readonly issuingDistributionPoint?: IssuingDistributionPoint;
  /** A list of changes: the number of the complete list it starts from, hex. */
  readonly baseNumber?: string;
  readonly freshestCrl?: readonly DistributionPoint[];
  /** Certificates that expired at this time or later stay on the list, epoch milliseconds. @spec X.509 9.5.2.8 */
  readonly keepsExpiredSince?: number;
  /** Why this list cannot be used by us, if so: critical extensions nobody here knows. */
  readonly unsupported?: string;
}

export type { CrlEntry } from './crl-entries.ts';
export type { IssuingDistributionPoint } from './issuing-distribution-point.ts';

/** Some authorities have hundreds of thousands of entries at 40 bytes. */
const mostBytes = 64 * 1024 * 1024;

/** The same bytes give the same object. At most 64 MB. Throws `crl-malformed`. */
export const parseCrl: (der: Uint8Array) => Crl = keptByBytes(readOrThrow, 300);

function readOrThrow(der: Uint8Array): Crl {
  try {
    if (der.length > mostBytes) throw malformed('too large');
    return read(der);
  } catch (error) {
    throw new SignatureError('crl-malformed', error instanceof Error ? error.message : String(error));
  }
}

function read(der: Uint8Array): Crl {
  const outer = new DerMembers(readDer(der));
  const tbs = outer.take(tag.sequence);
  const algorithm = outer.take(tag.sequence);
  const signature = readSignatureBytes(outer.take(tag.bitString));
  outer.end();
  const members = new DerMembers(tbs);
  const version = members.takeIf(tag.integer);
  if (version !== undefined && readSmallInteger(version) !== 1) throw malformed('CRL version');
  if (!equalBytes(members.take(tag.sequence).bytes, algorithm.bytes)) throw malformed('two signature algorithms');
  const issuer = readName(members.take(tag.sequence));
  const thisUpdate = readTime(members.take());
  const nextUpdate = members.takeIf(tag.utcTime, tag.generalizedTime);
  const revoked = members.takeIf(tag.sequence);
  const extensionList = members.takeIf(contextTag(0));
  members.end();
  const { entries, entriesOfOthers, unsupported } = readCrlEntries(revoked, issuer);
  const extensions = extensionList === undefined ? [] : readExtensionList(insideExplicit(extensionList));
  const read = readCrlExtensions(extensions);
  const signatureAlgorithm = readSignatureAlgorithm(algorithm);
  return {
    ...{ der, tbs: tbs.bytes, signature, issuer, thisUpdate, entries, entriesOfOthers },
    signatureAlgorithmOid: readOid(new DerMembers(algorithm).take(tag.oid)),
    ...defined({
      ...read,
      signatureAlgorithm,
      saltLength: pssSaltLength(algorithm, signatureAlgorithm),
      nextUpdate: nextUpdate && readTime(nextUpdate),
      unsupported: unsupported ?? read.unsupported,
    }),
  };
}
