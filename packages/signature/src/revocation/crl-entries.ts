import { type DistinguishedName, nameKey } from '../certificate/distinguished-name.ts';
import { type Extension, readExtensionList } from '../certificate/extensions.ts';
import { readGeneralName } from '../certificate/general-name.ts';
import { extensionOid } from '../certificate/object-identifiers.ts';
import { childrenOf, DerMembers, type DerValue, malformed } from '../der/reader.ts';
import { readSerialNumber, readSmallInteger, readTime } from '../der/simple-values.ts';
import { tag } from '../der/tags.ts';
import { type RevocationReason, reasonByNumber } from './revocation-reason.ts';

export interface CrlEntry {
  /** Epoch milliseconds. */
  readonly revokedAt: number;
  readonly reason: RevocationReason;
}

export interface CrlEntries {
  readonly entries: ReadonlyMap<string, CrlEntry>;
  readonly entriesOfOthers: ReadonlyMap<string, ReadonlyMap<string, CrlEntry>>;
  /** A critical entry extension nobody here knows makes the whole list unusable. @spec RFC 5280 5.3 */
  readonly unsupported: string | undefined;
}

const known: ReadonlySet<string> = new Set([
  extensionOid.reasonCode,
  extensionOid.invalidityDate,
  extensionOid.certificateIssuer,
]);

/** The entries by whose certificates they are about: an issuer once named stays until the next. @spec RFC 5280 5.3.3 */
export function readCrlEntries(list: DerValue | undefined, crlIssuer: DistinguishedName): CrlEntries {
  const own = nameKey(crlIssuer);
  const byIssuer = new Map<string, Map<string, CrlEntry>>([[own, new Map()]]);
  let issuer = own;
  let unsupported: string | undefined;
  for (const value of list === undefined ? [] : childrenOf(list)) {
    const members = new DerMembers(value);
    const serialNumber = readSerialNumber(members.take(tag.integer));
    const revokedAt = readTime(members.take());
    const extensionList = members.takeIf(tag.sequence);
    members.end();
    const extensions = extensionList === undefined ? [] : readExtensionList(extensionList);
    const unknown = extensions.find(({ oid, critical }) => critical && !known.has(oid));
    if (unknown !== undefined) unsupported = `entry with critical extension ${unknown.oid}`;
    issuer = issuerNamed(extensions) ?? issuer;
    const entries = byIssuer.get(issuer) ?? new Map<string, CrlEntry>();
    byIssuer.set(issuer, entries.set(serialNumber, { revokedAt, reason: reasonOf(extensions) }));
  }
  const entries = byIssuer.get(own) ?? new Map<string, CrlEntry>();
  byIssuer.delete(own);
  return { entries, entriesOfOthers: byIssuer, unsupported };
}

function reasonOf(extensions: readonly Extension[]): RevocationReason {
  const reason = extensions.find(({ oid }) => oid === extensionOid.reasonCode);
  return reasonByNumber(reason === undefined ? 0 : readSmallInteger(reason.value, tag.enumerated));
}

function issuerNamed(extensions: readonly Extension[]): string | undefined {
  const extension = extensions.find(({ oid }) => oid === extensionOid.certificateIssuer);
  if (extension === undefined) return undefined;
  const name = childrenOf(extension.value)
    .map(readGeneralName)
    .find(({ kind }) => kind === 'directoryName');
  if (name?.kind !== 'directoryName') throw malformed('certificateIssuer without a directory name');
  return nameKey(name.name);
}
