import type { Tx } from '../../platform/database/database.ts';
import type { OwnServiceKind } from '../../platform/keys/service-directory.ts';
import type { SigningTables } from './signing.tables.ts';

/** A signing service a school has a contract with. */
export interface SchoolService {
  readonly schoolId: string;
  readonly serviceId: string;
  readonly kind: OwnServiceKind;
  readonly name: string;
  readonly url: string;
  /** Encrypted. */
  readonly account: string;
}

export function listServices(tx: Tx, schoolId: string): Promise<SchoolService[]> {
  return tx
    .withTables<SigningTables>()
    .selectFrom('signingService')
    .select(['schoolId', 'serviceId', 'kind', 'name', 'url', 'account'])
    .where('schoolId', '=', schoolId)
    .orderBy('name')
    .execute();
}

export async function findService(tx: Tx, schoolId: string, serviceId: string): Promise<SchoolService | undefined> {
  return (await listServices(tx, schoolId)).find((each) => each.serviceId === serviceId);
}

/** The same service again gets the new name, address and account. */
export async function saveService(tx: Tx, service: SchoolService & { readonly registeredAt: Date }): Promise<void> {
  await tx
    .withTables<SigningTables>()
    .insertInto('signingService')
    .values(service)
    .onConflict((conflict) => conflict.columns(['schoolId', 'serviceId']).doUpdateSet(service))
    .execute();
}
