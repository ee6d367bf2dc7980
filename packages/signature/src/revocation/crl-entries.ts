import { type DistinguishedName, nameKey } from '../certificate/distinguished-name.ts';
import { type Extension, readExtensionList } from '../certificate/extensions.ts';
import { readGeneralName } from '../certificate/general-name.ts';
import { extensionOid } from '../certificate/object-identifiers.ts';
import { childrenOf, DerMembers, type DerValue, malformed } from '../der/reader.ts';
import { readSerialNumber, readSmallInteger, readTime, toHex } from '../der/simple-values.ts';
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

/** What the extensions of one entry say. */
interface EntryFacts {
  readonly reason: RevocationReason;
  readonly issuer: string | undefined;
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
  const factsOf = factsReader();
  let issuer = own;
  let unsupported: string | undefined;
  for (const value of list === undefined ? [] : childrenOf(list)) {
    const members = new DerMembers(value);
    const serialNumber = readSerialNumber(members.take(tag.integer));
    const revokedAt = readTime(members.take());
    const facts = factsOf(members.takeIf(tag.sequence));
    members.end();
    unsupported ??= facts.unsupported;
    issuer = facts.issuer ?? issuer;
    const entries = byIssuer.get(issuer) ?? new Map<string, CrlEntry>();
    byIssuer.set(issuer, entries.set(serialNumber, { revokedAt, reason: facts.reason }));
  }
  const entries = byIssuer.get(own) ?? new Map<string, CrlEntry>();
  byIssuer.delete(own);
  return { entries, entriesOfOthers: byIssuer, unsupported };
}

/** Longer ones name issuers or dates and seldom repeat. */
const longestRepeated = 32;

/** Hundreds of thousands of entries share a handful of extension lists: each is read once. */
function factsReader(): (list: DerValue | undefined) => EntryFacts {
  const none = factsIn([]);
  const read = new Map<string, EntryFacts>();
  return (list) => {
    if (list === undefined) return none;
    if (list.bytes.length > longestRepeated) return factsIn(readExtensionList(list));
    const key = toHex(list.bytes);
    const before = read.get(key);
    if (before !== undefined) return before;
    const facts = factsIn(readExtensionList(list));
    read.set(key, facts);
    return facts;
  };
}

function factsIn(extensions: readonly Extension[]): EntryFacts {
  const unknown = extensions.find(({ oid, critical }) => critical && !known.has(oid));
  const reason = extensions.find(({ oid }) => oid === extensionOid.reasonCode);
  const issuer = extensions.find(({ oid }) => oid === extensionOid.certificateIssuer);
  return {
    reason: reasonByNumber(reason === undefined ? 0 : readSmallInteger(reason.value, tag.enumerated)),
    issuer: issuer && issuerNamed(issuer),
    unsupported: unknown && `entry with critical extension ${unknown.oid}`,
  };
}

function issuerNamed({ value }: Extension): string {
  const name = childrenOf(value)
    .map(readGeneralName)
    .find(({ kind }) => kind === 'directoryName');
  if (name?.kind !== 'directoryName') throw malformed('certificateIssuer without a directory name');
  return nameKey(name.name);
}
