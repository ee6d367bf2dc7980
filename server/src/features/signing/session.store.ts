import type { SignatorySlot } from '@hocba/record';
import type { PreparedXades } from '@hocba/signature';
import { sql } from 'kysely';
import { notFound } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { PreparedItem } from './prepared-item.ts';
import type { ItemSlot, SessionSlot } from './session-slot.ts';
import type { CredentialKind, SessionState, SigningTables } from './signing.tables.ts';

export interface SigningSession {
  readonly sessionId: string;
  readonly schoolId: string;
  readonly accountId: string;
  readonly signatoryName: string;
  readonly slot: SessionSlot;
  readonly staffId: string;
  /** What this act signs with, fixed when it began: a certificate registered later signs other acts. */
  readonly credentialKind: CredentialKind;
  readonly credentialId: string;
  readonly certificate: Buffer;
  readonly chain: Buffer[];
  readonly multisign: number;
  readonly state: SessionState;
  readonly problem: string | null;
  readonly listDigest: string | null;
  readonly providerRequest: string | null;
  readonly authorisation: string | null;
  readonly authorisedUntil: Date | null;
  readonly authorisationRequests: number;
  readonly fruitlessCalls: number;
  readonly unusedSignatures: number;
  readonly createdAt: Date;
}

export interface SigningItem {
  readonly yearSheetId: string;
  readonly slot: ItemSlot;
  readonly position: number;
  readonly label: string;
  readonly prepared: PreparedItem | null;
  readonly digest: Buffer | null;
}

/** @throws AppError 404. */
export async function getSession(tx: Tx, sessionId: string): Promise<SigningSession> {
  const session = await tx
    .withTables<SigningTables>()
    .selectFrom('signingSession')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .executeTakeFirst();
  if (!session) throw notFound('lượt ký này');
  return session;
}

export async function insertSession(
  tx: Tx,
  session: Omit<SigningSession, 'authorisationRequests' | 'fruitlessCalls' | 'unusedSignatures'>,
  items: readonly Pick<SigningItem, 'yearSheetId' | 'slot' | 'position' | 'label'>[],
): Promise<void> {
  const db = tx.withTables<SigningTables>();
  await db
    .insertInto('signingSession')
    .values({ ...session, finishedAt: null })
    .execute();
  const rows = items.map((item) => ({
    ...item,
    sessionId: session.sessionId,
    schoolId: session.schoolId,
    state: 'listed' as const,
    problem: null,
    prepared: null,
    digest: null,
  }));
  for (let start = 0; start < rows.length; start += 500) {
    await db
      .insertInto('signingItem')
      .values(rows.slice(start, start + 500))
      .execute();
  }
}

export async function listItems(
  tx: Tx,
  of: { sessionId: string; state: 'listed' | 'prepared'; limit: number },
): Promise<SigningItem[]> {
  return tx
    .withTables<SigningTables>()
    .selectFrom('signingItem')
    .select(['yearSheetId', 'slot', 'position', 'label', 'prepared', 'digest'])
    .where('sessionId', '=', of.sessionId)
    .where('state', '=', of.state)
    .orderBy('position')
    .limit(of.limit)
    .execute();
}

/** What is asked about: one document's digest and what it is called. */
export interface PreparedDigest extends ItemPlace {
  readonly digest: Buffer;
  readonly label: string;
}

/** What the phone is asked about: everything prepared, in the order of the list. */
export async function listPrepared(tx: Tx, sessionId: string): Promise<PreparedDigest[]> {
  const rows = await tx
    .withTables<SigningTables>()
    .selectFrom('signingItem')
    .select(['yearSheetId', 'slot', 'digest', 'label'])
    .where('sessionId', '=', sessionId)
    .where('state', '=', 'prepared')
    .orderBy('position')
    .execute();
  return rows.flatMap(({ digest, ...of }) => (digest ? [{ digest, ...of }] : []));
}

/** One document's place in a session. */
export interface ItemPlace {
  readonly yearSheetId: string;
  readonly slot: ItemSlot;
}

export interface ReadyItem extends ItemPlace {
  readonly prepared: PreparedItem;
  readonly digest: Uint8Array;
}

export async function savePrepared(tx: Tx, sessionId: string, items: readonly ReadyItem[]): Promise<void> {
  if (items.length === 0) return;
  const prepared = items.map((item) => JSON.stringify(item.prepared));
  const digests = items.map((item) => Buffer.from(item.digest));
  await sql`update signing_item set state = 'prepared', prepared = made.prepared::jsonb, digest = made.digest
    from unnest(${idsOf(items)}::uuid[], ${slotsOf(items)}::text[], ${prepared}::text[], ${digests}::bytea[])
      as made (year_sheet_id, slot, prepared, digest)
    where session_id = ${sessionId} and signing_item.year_sheet_id = made.year_sheet_id and signing_item.slot = made.slot`.execute(
    tx,
  );
}

export interface RefusedItem extends ItemPlace {
  /** Vietnamese: why this document is left out. */
  readonly problem: string;
}

export async function refuseItems(tx: Tx, sessionId: string, items: readonly RefusedItem[]): Promise<void> {
  await closeItems(tx, sessionId, { state: 'refused', items });
}

export async function markSigned(tx: Tx, sessionId: string, items: readonly ItemPlace[]): Promise<void> {
  await closeItems(tx, sessionId, { state: 'signed', items: items.map((item) => ({ ...item, problem: null })) });
}

interface Closing {
  readonly state: 'signed' | 'refused';
  readonly items: readonly (ItemPlace & { readonly problem: string | null })[];
}

async function closeItems(tx: Tx, sessionId: string, { state, items }: Closing): Promise<void> {
  if (items.length === 0) return;
  const problems = items.map(({ problem }) => problem);
  await sql`update signing_item set state = ${state}, problem = closed.problem
    from unnest(${idsOf(items)}::uuid[], ${slotsOf(items)}::text[], ${problems}::text[]) as closed (year_sheet_id, slot, problem)
    where session_id = ${sessionId} and signing_item.year_sheet_id = closed.year_sheet_id and signing_item.slot = closed.slot`.execute(
    tx,
  );
}

function idsOf(items: readonly ItemPlace[]): string[] {
  return items.map(({ yearSheetId }) => yearSheetId);
}

function slotsOf(items: readonly ItemPlace[]): string[] {
  return items.map(({ slot }) => slot);
}

export interface SessionChange {
  readonly state?: SessionState;
  readonly problem?: string | null;
  readonly listDigest?: string;
  readonly providerRequest?: string | null;
  readonly authorisation?: string | null;
  readonly authorisedUntil?: Date | null;
  readonly authorisationRequests?: number;
  readonly fruitlessCalls?: number;
  readonly unusedSignatures?: number;
  readonly credentialKind?: CredentialKind;
  readonly credentialId?: string;
  readonly certificate?: Buffer;
  readonly chain?: Buffer[];
  readonly multisign?: number;
  readonly finishedAt?: Date | null;
}

export async function updateSession(tx: Tx, sessionId: string, change: SessionChange): Promise<void> {
  await tx
    .withTables<SigningTables>()
    .updateTable('signingSession')
    .set(change)
    .where('sessionId', '=', sessionId)
    .execute();
}

/**
 * What a step of an act found out; false, and nothing kept, where its signatory stopped the act while the step asked
 * elsewhere: an approval that comes after must not set it going again.
 */
export async function updateUnlessStopped(tx: Tx, sessionId: string, change: SessionChange): Promise<boolean> {
  const updated = await tx
    .withTables<SigningTables>()
    .updateTable('signingSession')
    .set(change)
    .where('sessionId', '=', sessionId)
    .where('state', '<>', 'cancelled')
    .returning('sessionId')
    .execute();
  return updated.length > 0;
}

export interface NewSignature {
  readonly yearSheetId: string;
  readonly schoolId: string;
  readonly slot: SignatorySlot;
  readonly sessionId: string;
  readonly prepared: PreparedXades;
  readonly value: Uint8Array;
  readonly signedAt: Date;
}

/** Those that were the first at their place; where one stood already, it stands. */
export async function insertSignatures(tx: Tx, signatures: readonly NewSignature[]): Promise<ItemPlace[]> {
  if (signatures.length === 0) return [];
  const rows = signatures.map((signature) => ({
    ...signature,
    prepared: JSON.stringify(signature.prepared),
    value: Buffer.from(signature.value),
    timestampToken: null,
    timestampedAt: null,
  }));
  return tx
    .withTables<SigningTables>()
    .insertInto('signature')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['yearSheetId', 'slot']).doNothing())
    .returning(['yearSheetId', 'slot'])
    .execute();
}

export interface StoredSignature {
  readonly yearSheetId: string;
  readonly slot: SignatorySlot;
  readonly sessionId: string;
  readonly prepared: PreparedXades;
  readonly value: Buffer;
  readonly signedAt: Date;
  readonly timestampToken: Buffer | null;
}

/** Signatures of sheets, by sheet. */
export async function signaturesOf(tx: Tx, yearSheetIds: readonly string[]): Promise<Map<string, StoredSignature[]>> {
  const found = new Map<string, StoredSignature[]>(yearSheetIds.map((id) => [id, []]));
  if (yearSheetIds.length === 0) return found;
  const rows = await tx
    .withTables<SigningTables>()
    .selectFrom('signature')
    .select(['yearSheetId', 'slot', 'sessionId', 'prepared', 'value', 'signedAt', 'timestampToken'])
    .where('yearSheetId', 'in', [...yearSheetIds])
    .execute();
  for (const row of rows) found.get(row.yearSheetId)?.push(row);
  return found;
}

/** Documents of an act by their state; PDFs for a seal on a token, which are the same documents again, left out. */
export async function countItems(tx: Tx, sessionId: string): Promise<Record<string, number>> {
  const rows = await tx
    .withTables<SigningTables>()
    .selectFrom('signingItem')
    .select((eb) => ['state', eb.fn.countAll<string>().as('count')])
    .where('sessionId', '=', sessionId)
    .where('slot', '!=', 'sealPdf')
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
}

/** A signature's place and times, without what it is made of: for lists of hundreds. */
export interface SignedPlace {
  readonly yearSheetId: string;
  readonly slot: SignatorySlot;
  readonly signedAt: Date;
  readonly timestampedAt: Date | null;
}

export async function signedPlaces(tx: Tx, yearSheetIds: readonly string[]): Promise<Map<string, SignedPlace[]>> {
  const found = new Map<string, SignedPlace[]>(yearSheetIds.map((id) => [id, []]));
  if (yearSheetIds.length === 0) return found;
  const rows = await tx
    .withTables<SigningTables>()
    .selectFrom('signature')
    .select(['yearSheetId', 'slot', 'signedAt', 'timestampedAt'])
    .where('yearSheetId', 'in', [...yearSheetIds])
    .execute();
  for (const row of rows) found.get(row.yearSheetId)?.push(row);
  return found;
}

/** Prepared items go back to be prepared anew, for another certificate; so do PDFs that could not be. */
export async function unprepareItems(tx: Tx, sessionId: string): Promise<void> {
  await tx
    .withTables<SigningTables>()
    .updateTable('signingItem')
    .set({ state: 'listed', prepared: null, digest: null })
    .where('sessionId', '=', sessionId)
    .where((eb) => eb.or([eb('state', '=', 'prepared'), eb.and({ state: 'refused', slot: 'sealPdf' })]))
    .execute();
}
