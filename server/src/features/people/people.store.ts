import { type Kysely, sql } from 'kysely';
import type { Actor, Position } from '../../platform/actor.ts';
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

export interface LockRule {
  readonly now: Date;
  /** So many failures in a row lock the login. */
  readonly after: number;
  readonly lockedUntil: Date;
}

/** Counts an attempt to sign in as a failure until `forgetAttempts`; undefined for a name nobody has or that is locked. */
export async function countAttempt(
  db: Kysely<PlatformTables>,
  username: string,
  { now, after, lockedUntil }: LockRule,
): Promise<LoginRow | undefined> {
  // After a lock has run out the count begins again.
  const failures = sql<number>`case when locked_until is null then failed_attempts + 1 else 1 end`;
  return db
    .withTables<PeopleTables>()
    .updateTable('login')
    .set({
      failedAttempts: failures,
      lockedUntil: sql<Date | null>`case when ${failures} >= ${after} then ${lockedUntil}::timestamptz end`,
    })
    .where('username', '=', username)
    .where((eb) => eb.or([eb('lockedUntil', 'is', null), eb('lockedUntil', '<=', now)]))
    .returningAll()
    .executeTakeFirst();
}

export async function forgetAttempts(db: Kysely<PlatformTables>, username: string): Promise<void> {
  await db
    .withTables<PeopleTables>()
    .updateTable('login')
    .set({ failedAttempts: 0, lockedUntil: null })
    .where('username', '=', username)
    .execute();
}

/** Who has which of these login names, over all schools of the install. */
export async function findLogins(
  tx: Tx,
  usernames: readonly string[],
): Promise<{ username: string; accountId: string }[]> {
  if (usernames.length === 0) return [];
  return tx
    .withTables<PeopleTables>()
    .selectFrom('login')
    .select(['username', 'accountId'])
    .where('username', 'in', [...usernames])
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
    .onConflict((c) => c.column('accountId').doUpdateSet({ fullName, positions: [...positions] }))
    .execute();
  await insertLogin(tx, account);
}

export interface ImportedAccount {
  readonly accountId: string;
  readonly schoolId: string;
  readonly staffId: string;
  readonly fullName: string;
  readonly username: string;
  readonly teaching: readonly Position[];
  readonly proposed: readonly Position[];
  readonly createdAt: Date;
}

const TEACHING: readonly Position[] = ['homeroomTeacher', 'subjectTeacher'];

/** As an import may: teaching positions follow the workbook, others stay as they are; whether it is open stays as well. */
export async function saveImportedAccount(tx: Tx, account: ImportedAccount): Promise<void> {
  const db = tx.withTables<PeopleTables>();
  const { accountId, schoolId, fullName, staffId, createdAt } = account;
  const known = await db
    .selectFrom('account')
    .select('positions')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  const kept = (known?.positions ?? []).filter((position) => !TEACHING.includes(position));
  const positions = [...kept, ...account.teaching];
  const proposedPositions = account.proposed.filter((position) => !kept.includes(position));
  const changeable = { fullName, positions, proposedPositions };
  await db
    .insertInto('account')
    .values({ accountId, schoolId, staffId, communeCode: null, createdAt, ...changeable })
    .onConflict((c) => c.column('accountId').doUpdateSet(changeable))
    .execute();
  await insertLogin(tx, { ...account, passwordHash: '' });
}

async function insertLogin(tx: Tx, login: Pick<NewAccount, 'username' | 'accountId' | 'schoolId' | 'passwordHash'>) {
  const { username, accountId, schoolId, passwordHash } = login;
  await tx
    .withTables<PeopleTables>()
    .insertInto('login')
    .values({ username, accountId, schoolId, passwordHash, lockedUntil: null })
    .onConflict((c) => c.column('accountId').doNothing())
    .execute();
}

/** Staff who are no longer listed teach nobody, and nothing is proposed for them any more. */
export async function takeTeachingPositions(
  tx: Tx,
  of: { schoolId: string; except: readonly string[] },
): Promise<void> {
  const db = tx.withTables<PeopleTables>();
  const accounts = await db
    .selectFrom('account')
    .select(['accountId', 'staffId', 'positions', 'proposedPositions'])
    .where('schoolId', '=', of.schoolId)
    .where('staffId', 'is not', null)
    .execute();
  const listed = new Set(of.except);
  for (const { accountId, staffId, ...account } of accounts) {
    const positions = account.positions.filter((position) => !TEACHING.includes(position));
    const isSame = positions.length === account.positions.length && account.proposedPositions.length === 0;
    if (isSame || (staffId !== null && listed.has(staffId))) continue;
    await db
      .updateTable('account')
      .set({ positions, proposedPositions: [] })
      .where('accountId', '=', accountId)
      .execute();
  }
}

/** Accounts of a school's staff, by staff id. */
export async function listAccountsOfStaff(tx: Tx, schoolId: string): Promise<Map<string, { accountId: string }>> {
  const rows = await tx
    .withTables<PeopleTables>()
    .selectFrom('account')
    .select(['accountId', 'staffId'])
    .where('schoolId', '=', schoolId)
    .where('staffId', 'is not', null)
    .execute();
  return new Map(rows.map(({ accountId, staffId }) => [staffId ?? '', { accountId }]));
}

export interface PositionHolder {
  readonly staffId: string;
  readonly fullName: string;
}

/** Staff who hold a position now: confirmed, account not switched off. */
export async function listHolders(tx: Tx, schoolId: string, position: Position): Promise<PositionHolder[]> {
  const rows = await tx
    .withTables<PeopleTables>()
    .selectFrom('account')
    .select(['staffId', 'fullName', 'positions'])
    .where('schoolId', '=', schoolId)
    .where('active', '=', true)
    .orderBy('staffId')
    .execute();
  return rows.flatMap(({ staffId, fullName, positions }) =>
    staffId !== null && positions.includes(position) ? [{ staffId, fullName }] : [],
  );
}
