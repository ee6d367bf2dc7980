import type { YearSheet } from '@hocba/record';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestWork } from '../../platform/work/work.ts';
import { countTimestampedPdfs } from './pdf.store.ts';
import type { SigningSession } from './session.store.ts';
import type { ItemState, SigningTables } from './signing.tables.ts';
import { labelOfPlace } from './signing-places.ts';

interface SealedSheet {
  readonly yearSheetId: string;
  readonly content: YearSheet;
}

/**
 * PDFs made of what an act of the seal has sealed become its next list. Only an act that has finished the list before
 * takes one: while it still signs, or was stopped, nothing happens.
 */
export async function listForSeal(
  tx: Tx,
  platform: Platform,
  of: { readonly session: SigningSession; readonly sheets: readonly SealedSheet[] },
): Promise<void> {
  const { sessionId, schoolId } = of.session;
  const db = tx.withTables<SigningTables>();
  const taken = await db
    .updateTable('signingSession')
    .set({ state: 'preparing', finishedAt: null, problem: null })
    .where('sessionId', '=', sessionId)
    .where('state', '=', 'finished')
    .returning('sessionId')
    .execute();
  if (taken.length === 0) return;
  const { last } = await db
    .selectFrom('signingItem')
    .select(sql<number>`coalesce(max(position), -1)`.as('last'))
    .where('sessionId', '=', sessionId)
    .executeTakeFirstOrThrow();
  const rows = of.sheets.map(({ yearSheetId, content }, index) => ({
    sessionId,
    schoolId,
    yearSheetId,
    slot: 'sealPdf' as const,
    position: last + 1 + index,
    label: labelOfPlace(content, 'sealPdf'),
    state: 'listed' as const,
    problem: null,
    prepared: null,
    digest: null,
  }));
  for (let start = 0; start < rows.length; start += 500) {
    await db
      .insertInto('signingItem')
      .values(rows.slice(start, start + 500))
      .onConflict((conflict) => conflict.columns(['sessionId', 'yearSheetId', 'slot']).doNothing())
      .execute();
  }
  await requestWork(tx, { kind: 'signingSession', schoolId, key: sessionId, dueAt: platform.clock.now() });
}

/** Whether this act ever had PDFs on a second list. */
export async function hasSecondList(tx: Tx, sessionId: string): Promise<boolean> {
  const row = await tx
    .withTables<SigningTables>()
    .selectFrom('signingItem')
    .select('sessionId')
    .where('sessionId', '=', sessionId)
    .where('slot', '=', 'sealPdf')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How far the second list is. */
export async function countSecondList(tx: Tx, sessionId: string): Promise<Record<ItemState | 'timestamped', number>> {
  const rows = await tx
    .withTables<SigningTables>()
    .selectFrom('signingItem')
    .select((eb) => ['state', eb.fn.countAll<string>().as('count')])
    .where('sessionId', '=', sessionId)
    .where('slot', '=', 'sealPdf')
    .groupBy('state')
    .execute();
  const counts = Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  const timestamped = await countTimestampedPdfs(tx, sessionId, 'sealPdf');
  return { listed: 0, prepared: 0, signed: 0, refused: 0, ...counts, timestamped };
}

/** Digests of the XML this act has sealed, by sheet: what a PDF of the second list was made of. */
export async function sealedDigests(
  tx: Tx,
  sessionId: string,
  yearSheetIds: readonly string[],
): Promise<Map<string, Buffer>> {
  if (yearSheetIds.length === 0) return new Map();
  const rows = await tx
    .withTables<SigningTables>()
    .selectFrom('signingItem')
    .select(['yearSheetId', 'digest'])
    .where('sessionId', '=', sessionId)
    .where('slot', '=', 'organisationSeal')
    .where('state', '=', 'signed')
    .where('yearSheetId', 'in', [...yearSheetIds])
    .execute();
  return new Map(rows.flatMap(({ yearSheetId, digest }) => (digest ? [[yearSheetId, digest]] : [])));
}
