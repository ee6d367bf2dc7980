import { CscError, invalidRequest } from '../csc-error.ts';
import type { Queryable } from '../database.ts';
import type { Bearer } from '../oauth/tokens.ts';
import type { KeyKind } from '../signing/keys.ts';

/** A person's key at this service, with the certificate once the authority has issued it. */
export interface Credential {
  readonly credentialId: string;
  readonly userId: string;
  readonly kind: KeyKind;
  readonly publicKey: Buffer;
  readonly encryptedKey: Buffer;
  readonly certificates: readonly Buffer[];
  readonly status: 'enabled' | 'disabled';
  readonly multisign: number;
}

const COLUMNS = `credential_id as "credentialId", user_id as "userId", kind, public_key as "publicKey",
  encrypted_key as "encryptedKey", certificates, status, multisign`;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function findCredential(database: Queryable, credentialId: string): Promise<Credential | undefined> {
  if (!UUID.test(credentialId)) return undefined;
  const { rows } = await database.query<Credential>(`select ${COLUMNS} from credential where credential_id = $1`, [
    credentialId,
  ]);
  return rows[0];
}

export async function credentialsOf(database: Queryable, userId: string): Promise<Credential[]> {
  return (await database.query<Credential>(`select ${COLUMNS} from credential where user_id = $1`, [userId])).rows;
}

/** The credential, if the token may see it. @throws CscError */
export async function requireCredential(
  database: Queryable,
  bearer: Bearer,
  credentialId: string,
): Promise<Credential> {
  const credential = await findCredential(database, credentialId);
  if (credential === undefined || (bearer.userId !== null && bearer.userId !== credential.userId)) {
    throw invalidRequest('Invalid parameter credentialID');
  }
  return credential;
}

/** … and it can sign: enabled, with a certificate. @throws CscError */
export function requireUsable(credential: Credential): void {
  if (credential.status !== 'enabled') throw new CscError('access_denied', 'The credential is disabled');
  if (credential.certificates.length === 0)
    throw new CscError('access_denied', 'The credential has no certificate yet');
}
