import type { Database } from '../../platform/database/database.ts';
import { attemptsAllowed, closedForMs } from './lookup.policy.ts';
import type { LookupTables } from './lookup.tables.ts';

export type Attempt = { readonly open: true } | { readonly open: false; readonly until: Date };

/** Whether a birth date may be tried for this code now. */
export async function mayTry(database: Database, codeHash: string, at: Date): Promise<Attempt> {
  const row = await database.unscoped
    .withTables<LookupTables>()
    .selectFrom('birthDateAttempt')
    .select('closedUntil')
    .where('codeHash', '=', codeHash)
    .executeTakeFirst();
  return row?.closedUntil && row.closedUntil > at ? { open: false, until: row.closedUntil } : { open: true };
}

/** Counts a wrong one; gives how many are left, none when the code is closed now. */
export async function countWrong(database: Database, codeHash: string, at: Date): Promise<number> {
  const db = database.unscoped.withTables<LookupTables>();
  const row = await db
    .insertInto('birthDateAttempt')
    .values({ codeHash, failed: 1, closedUntil: null })
    .onConflict((conflict) =>
      conflict.column('codeHash').doUpdateSet((eb) => ({ failed: eb('birthDateAttempt.failed', '+', 1) })),
    )
    .returning('failed')
    .executeTakeFirstOrThrow();
  if (row.failed < attemptsAllowed) return attemptsAllowed - row.failed;
  await db
    .updateTable('birthDateAttempt')
    .set({ failed: 0, closedUntil: new Date(at.getTime() + closedForMs) })
    .where('codeHash', '=', codeHash)
    .execute();
  return 0;
}

export async function forgetWrong(database: Database, codeHash: string): Promise<void> {
  await database.unscoped
    .withTables<LookupTables>()
    .deleteFrom('birthDateAttempt')
    .where('codeHash', '=', codeHash)
    .execute();
}
