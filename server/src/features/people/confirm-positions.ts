import type { Actor, Position } from '../../platform/actor.ts';
import { AppError, notFound, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { mayManageAccounts } from './people.policy.ts';
import type { PeopleTables } from './people.tables.ts';

/** Positions of a school's staff. Running the system is given by the operator of the machine alone. */
export const grantablePositions = [
  'principal',
  'vicePrincipal',
  'academicClerk',
  'sealClerk',
  'homeroomTeacher',
  'subjectTeacher',
] as const satisfies readonly Position[];

export interface NewPositions {
  readonly accountId: string;
  readonly positions: readonly (typeof grantablePositions)[number][];
}

/**
 * The administrator settles what a person is: exactly these positions, proposals decided with it. A school has one
 * principal: whoever held the position before gives it up.
 */
export async function setPositions(platform: Platform, actor: Actor, of: NewPositions): Promise<void> {
  permit(mayManageAccounts(actor));
  if (of.accountId === actor.accountId) throw ownAccount();
  await platform.database.transaction(actor, async (tx) => {
    const account = await findPositions(tx, actor.schoolId, of.accountId);
    const kept = account.positions.filter((position) => position === 'administrator');
    const positions: Position[] = [...kept, ...new Set(of.positions)];
    if (positions.includes('principal')) await endPrincipals(tx, platform, { actor, except: of.accountId });
    await writePositions(tx, platform, { actor, accountId: of.accountId, before: account.positions, positions });
  });
}

async function findPositions(tx: Tx, schoolId: string, accountId: string) {
  const account = await tx
    .withTables<PeopleTables>()
    .selectFrom('account')
    .select('positions')
    .where('schoolId', '=', schoolId)
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  if (!account) throw notFound('tài khoản này');
  return account;
}

async function endPrincipals(tx: Tx, platform: Platform, of: { actor: Actor; except: string }): Promise<void> {
  const accounts = await tx
    .withTables<PeopleTables>()
    .selectFrom('account')
    .select(['accountId', 'positions'])
    .where('schoolId', '=', of.actor.schoolId)
    .where('accountId', '!=', of.except)
    .forUpdate()
    .execute();
  for (const { accountId, positions: before } of accounts) {
    if (!before.includes('principal')) continue;
    const positions = before.filter((position) => position !== 'principal');
    await writePositions(tx, platform, { actor: of.actor, accountId, before, positions });
  }
}

interface PositionChange {
  readonly actor: Actor;
  readonly accountId: string;
  readonly before: readonly Position[];
  readonly positions: Position[];
}

async function writePositions(tx: Tx, platform: Platform, change: PositionChange): Promise<void> {
  const { actor, accountId, before, positions } = change;
  await tx
    .withTables<PeopleTables>()
    .updateTable('account')
    .set({ positions, proposedPositions: [] })
    .where('accountId', '=', accountId)
    .execute();
  await writeAudit(tx, {
    schoolId: actor.schoolId,
    by: actor,
    at: platform.clock.now(),
    action: 'setPositions',
    subject: { kind: 'account', id: accountId },
    details: { before, positions },
  });
}

function ownAccount(): AppError {
  return new AppError({
    code: 'own-positions',
    status: 403,
    sentence: 'Không ai được tự xác nhận chức vụ của chính mình. Hãy nhờ một quản trị hệ thống khác.',
  });
}
