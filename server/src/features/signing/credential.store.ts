import type { Tx } from '../../platform/database/database.ts';
import type { CredentialKind, SigningTables } from './signing.tables.ts';

export interface Credential {
  readonly schoolId: string;
  readonly staffId: string;
  readonly kind: CredentialKind;
  readonly credentialId: string;
  readonly certificate: Buffer;
  readonly chain: Buffer[];
  /** Most signatures one authorisation may cover. */
  readonly multisign: number;
  readonly secret: string | null;
  /** The school's own service; null: the install's, or none. */
  readonly serviceId: string | null;
}

export async function findCredential(tx: Tx, schoolId: string, staffId: string): Promise<Credential | undefined> {
  return tx
    .withTables<SigningTables>()
    .selectFrom('signingCredential')
    .select(['schoolId', 'staffId', 'kind', 'credentialId', 'certificate', 'chain', 'multisign', 'secret', 'serviceId'])
    .where('schoolId', '=', schoolId)
    .where('staffId', '=', staffId)
    .executeTakeFirst();
}

/** The newest registration of a person or the school replaces the one before. */
export async function saveCredential(tx: Tx, credential: Credential & { registeredAt: Date }): Promise<void> {
  await tx
    .withTables<SigningTables>()
    .insertInto('signingCredential')
    .values(credential)
    .onConflict((conflict) => conflict.columns(['schoolId', 'staffId']).doUpdateSet(credential))
    .execute();
}
