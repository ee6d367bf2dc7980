import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import { AppError, notFound, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { hashPassword } from './password.ts';
import { mayManageAccounts } from './people.policy.ts';
import type { PeopleTables } from './people.tables.ts';

const SHORTEST_PASSWORD = 10;

export async function listAccounts(platform: Platform, actor: Actor) {
  permit(mayManageAccounts(actor));
  return platform.database.transaction(actor, (tx) =>
    tx
      .withTables<PeopleTables>()
      .selectFrom('account')
      .innerJoin('login', 'login.accountId', 'account.accountId')
      .select(['account.accountId', 'account.fullName', 'account.positions', 'account.proposedPositions'])
      .select(['account.active', 'login.username'])
      .select((eb) => eb('login.passwordHash', '!=', '').as('opened'))
      .where('account.schoolId', '=', actor.schoolId)
      .orderBy('login.username')
      .execute(),
  );
}

/** Sets a first or a new password; the account is open from then, and whoever was signed in to it is signed out. */
export async function setPassword(
  platform: Platform,
  actor: Actor,
  of: { accountId: string; password: string },
): Promise<void> {
  permit(mayManageAccounts(actor));
  if (of.password.length < SHORTEST_PASSWORD) throw tooShort();
  const passwordHash = await hashPassword(of.password);
  await platform.database.transaction(actor, async (tx) => {
    const db = tx.withTables<PeopleTables>();
    const account = await db
      .selectFrom('account')
      .select('accountId')
      .where('accountId', '=', of.accountId)
      .executeTakeFirst();
    if (!account) throw notFound('tài khoản này');
    await db
      .updateTable('login')
      .set({ passwordHash, failedAttempts: 0, lockedUntil: null })
      .where('accountId', '=', of.accountId)
      .execute();
    await sql`delete from session where data ->> 'accountId' = ${of.accountId}`.execute(tx);
    const subject = { kind: 'account', id: of.accountId };
    const at = platform.clock.now();
    await writeAudit(tx, { schoolId: actor.schoolId, by: actor, at, action: 'setPassword', subject });
  });
}

function tooShort(): AppError {
  return new AppError({
    code: 'password-too-short',
    status: 400,
    sentence: `Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự.`,
  });
}
