import type { Kysely } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { PlatformTables } from '../../platform/database/tables.ts';
import type { PeopleTables } from './people.tables.ts';

export interface LoginRow {
  readonly username: string;
  readonly accountId: string;
  readonly schoolId: string;
  readonly passwordHash: string;
  readonly failedAttempts: number;
  readonly lockedUntil: Date | null;
}

export async function findLogin(db: Kysely<PlatformTables>, username: string): Promise<LoginRow | undefined> {
  return db
    .withTables<PeopleTables>()
    .selectFrom('login')
    .selectAll()
    .where('username', '=', username)
    .executeTakeFirst();
}

export async function recordLoginAttempt(
  db: Kysely<PlatformTables>,
  attempt: { username: string; failedAttempts: number; lockedUntil: Date | null },
): Promise<void> {
  await db
    .withTables<PeopleTables>()
    .updateTable('login')
    .set({ failedAttempts: attempt.failedAttempts, lockedUntil: attempt.lockedUntil })
    .where('username', '=', attempt.username)
    .execute();
}

/** Undefined when the account is gone or switched off. */
export async function findActor(tx: Tx, accountId: string): Promise<Actor | undefined> {
  return tx
    .withTables<PeopleTables>()
    .selectFrom('account')
    .select(['accountId', 'schoolId', 'fullName', 'staffId', 'positions', 'communeCode'])
    .where('accountId', '=', accountId)
    .where('active', '=', true)
    .executeTakeFirst();
}

export interface NewAccount extends Actor {
  readonly username: string;
  readonly passwordHash: string;
  readonly createdAt: Date;
}

/** Creates the account and its login, or brings name and positions up to date; the password stays as it was. */
export async function saveAccount(tx: Tx, account: NewAccount): Promise<void> {
  const db = tx.withTables<PeopleTables>();
  const { accountId, schoolId, fullName, staffId, positions, communeCode, createdAt } = account;
  await db
    .insertInto('account')
    .values({ accountId, schoolId, fullName, staffId, positions: [...positions], communeCode, createdAt })
    .onConflict((c) => c.column('accountId').doUpdateSet({ fullName, positions: [...positions], active: true }))
    .execute();
  await db
    .insertInto('login')
    .values({ username: account.username, accountId, schoolId, passwordHash: account.passwordHash, lockedUntil: null })
    .onConflict((c) => c.column('accountId').doNothing())
    .execute();
}

export async function findAccountOfStaff(tx: Tx, schoolId: string, staffId: string): Promise<Actor | undefined> {
  return tx
    .withTables<PeopleTables>()
    .selectFrom('account')
    .select(['accountId', 'schoolId', 'fullName', 'staffId', 'positions', 'communeCode'])
    .where('schoolId', '=', schoolId)
    .where('staffId', '=', staffId)
    .executeTakeFirst();
}
