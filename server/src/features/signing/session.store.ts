import type { SignatorySlot } from '@hocba/record';
import type { PreparedXades } from '@hocba/signature';
import { notFound } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { PreparedItem } from './prepared-item.ts';
import type { ItemSlot, SessionSlot } from './session-slot.ts';
import type { SessionState, SigningTables } from './signing.tables.ts';

export interface SigningSession {
  readonly sessionId: string;
  readonly schoolId: string;
  readonly accountId: string;
  readonly signatoryName: string;
  readonly slot: SessionSlot;
  readonly staffId: string;
  readonly state: SessionState;
  readonly problem: string | null;
  readonly listDigest: string | null;
  readonly providerRequest: string | null;
  readonly authorisation: string | null;
  readonly authorisedUntil: Date | null;
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
  if (!session) throw notFound('lượt kí này');
  return session;
}

export async function insertSession(
  tx: Tx,
  session: SigningSession,
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

export interface ItemKey {
  readonly sessionId: string;
  readonly yearSheetId: string;
  readonly slot: ItemSlot;
}

export async function savePrepared(tx: Tx, key: ItemKey, item: PreparedItem & { digest: Uint8Array }): Promise<void> {
  const { digest, ...prepared } = item;
  await updateItem(tx, key, { state: 'prepared', prepared: JSON.stringify(prepared), digest: Buffer.from(digest) });
}

export async function refuseItem(tx: Tx, key: ItemKey, problem: string): Promise<void> {
  await updateItem(tx, key, { state: 'refused', problem });
}

export async function markSigned(tx: Tx, key: ItemKey): Promise<void> {
  await updateItem(tx, key, { state: 'signed', problem: null });
}

interface ItemChange {
  readonly state: 'prepared' | 'signed' | 'refused';
  readonly problem?: string | null;
  readonly prepared?: string;
  readonly digest?: Buffer;
}

async function updateItem(tx: Tx, key: ItemKey, change: ItemChange): Promise<void> {
  await tx
    .withTables<SigningTables>()
    .updateTable('signingItem')
    .set(change)
    .where('sessionId', '=', key.sessionId)
    .where('yearSheetId', '=', key.yearSheetId)
    .where('slot', '=', key.slot)
    .execute();
}

export interface SessionChange {
  readonly state?: SessionState;
  readonly problem?: string | null;
  readonly listDigest?: string;
  readonly providerRequest?: string | null;
  readonly authorisation?: string | null;
  readonly authorisedUntil?: Date | null;
  readonly finishedAt?: Date;
}

export async function updateSession(tx: Tx, sessionId: string, change: SessionChange): Promise<void> {
  await tx
    .withTables<SigningTables>()
    .updateTable('signingSession')
    .set(change)
    .where('sessionId', '=', sessionId)
    .execute();
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

/** False when this place was signed already: the first signature stands. */
export async function insertSignature(tx: Tx, signature: NewSignature): Promise<boolean> {
  const written = await tx
    .withTables<SigningTables>()
    .insertInto('signature')
    .values({
      ...signature,
      prepared: JSON.stringify(signature.prepared),
      value: Buffer.from(signature.value),
      timestampToken: null,
      timestampedAt: null,
    })
    .onConflict((conflict) => conflict.columns(['yearSheetId', 'slot']).doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
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

export async function countItems(tx: Tx, sessionId: string): Promise<Record<string, number>> {
  const rows = await tx
    .withTables<SigningTables>()
    .selectFrom('signingItem')
    .select((eb) => ['state', eb.fn.countAll<string>().as('count')])
    .where('sessionId', '=', sessionId)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
}
