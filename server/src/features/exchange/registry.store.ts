import type { RejectionReason, SheetIdentity } from '@hocba/protocol';
import type { Insertable } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { HeldVersion } from './judge-submission.ts';
import type { HeldState, RegistryTables } from './registry.tables.ts';

export type NewRegistryRecord = Insertable<RegistryTables['registryRecord']>;

/** Everything held of this record or under this look-up code; locked, so that a lock or another sender waits. */
export async function lockHeld(tx: Tx, sheet: SheetIdentity): Promise<HeldVersion[]> {
  return tx
    .withTables<RegistryTables>()
    .selectFrom('registryRecord')
    .select(['recordId', 'schoolYear', 'version', 'schoolId', 'lookupCode', 'xmlDigest', 'state'])
    .where((eb) => eb.or([eb('recordId', '=', sheet.recordId), eb('lookupCode', '=', sheet.lookupCode)]))
    .orderBy('recordId')
    .orderBy('schoolYear')
    .orderBy('version')
    .forUpdate()
    .execute();
}

export async function insertRegistryRecord(tx: Tx, record: NewRegistryRecord): Promise<void> {
  await tx.withTables<RegistryTables>().insertInto('registryRecord').values(record).execute();
  await tx
    .withTables<RegistryTables>()
    .deleteFrom('rejectedSubmission')
    .where('recordId', '=', record.recordId)
    .where('schoolYear', '=', record.schoolYear)
    .where('version', '<=', record.version)
    .where('schoolId', '=', record.schoolId)
    .execute();
}

export interface VersionKey {
  readonly recordId: string;
  readonly schoolYear: string;
  readonly version: number;
}

/** Moves a version that is in one of `from`; false when it was in none. */
export async function moveHeld(
  tx: Tx,
  key: VersionKey,
  { from, to }: { from: readonly HeldState[]; to: HeldState },
): Promise<boolean> {
  const row = await tx
    .withTables<RegistryTables>()
    .updateTable('registryRecord')
    .set({ state: to })
    .where('recordId', '=', key.recordId)
    .where('schoolYear', '=', key.schoolYear)
    .where('version', '=', key.version)
    .where('state', 'in', [...from])
    .returning('recordId')
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveRejection(
  tx: Tx,
  of: {
    sheet: SheetIdentity;
    sender: string;
    submissionId: string;
    reasons: readonly RejectionReason[];
    rejectedAt: Date;
  },
): Promise<void> {
  const { sheet, sender, submissionId, rejectedAt } = of;
  const { recordId, schoolYear, version, schoolId, className } = sheet;
  const changing = { className, sender, submissionId, reasons: JSON.stringify(of.reasons), rejectedAt };
  await tx
    .withTables<RegistryTables>()
    .insertInto('rejectedSubmission')
    .values({ recordId, schoolYear, version, schoolId, ...changing })
    .onConflict((conflict) => conflict.columns(['recordId', 'schoolYear', 'version', 'schoolId']).doUpdateSet(changing))
    .execute();
}
