import { credentialsOf } from '../credentials/credential-store.ts';
import { invalidRequest } from '../csc-error.ts';
import { inTransaction } from '../database.ts';
import type { RequestFields } from '../request-fields.ts';
import { hashPin } from '../secrets.ts';
import type { Service } from '../service.ts';
import { KEY_KINDS, type KeyKind, makeKey } from '../signing/keys.ts';

/** A person and their key; the same person again keeps the key and gets the new PIN. @throws CscError */
export async function enrolUser(service: Service, fields: RequestFields) {
  const user = {
    userId: fields.string('userId'),
    fullName: fields.string('fullName'),
    pinHash: await hashPin(requirePinShape(fields.string('pin'))),
    kind: fields.oneOf('algorithm', KEY_KINDS, 'p-256'),
    multisign: fields.optionalPositiveInteger('multisign') ?? service.config.multisign,
  };
  await keepUser(service, user);
  const [credential] = await credentialsOf(service.pool, user.userId);
  if (credential === undefined) throw new Error(`no credential for ${user.userId}`);
  return {
    userId: user.userId,
    credentialId: credential.credentialId,
    publicKey: credential.publicKey.toString('base64'),
  };
}

interface NewUser {
  readonly userId: string;
  readonly fullName: string;
  readonly pinHash: string;
  readonly kind: KeyKind;
  readonly multisign: number;
}

async function keepUser(service: Service, user: NewUser): Promise<void> {
  const key = await makeKey(service.config, user.kind);
  await inTransaction(service.pool, async (connection) => {
    await connection.query(
      `insert into signing_user (user_id, full_name, pin_hash) values ($1, $2, $3)
       on conflict (user_id) do update set full_name = $2, pin_hash = $3, failed_pins = 0, locked_until = null`,
      [user.userId, user.fullName, user.pinHash],
    );
    await connection.query(
      `insert into credential (credential_id, user_id, kind, public_key, encrypted_key, multisign) values ($1, $2, $3, $4, $5, $6)
       on conflict (user_id) do nothing`,
      [key.credentialId, user.userId, user.kind, key.publicKey, key.encryptedKey, user.multisign],
    );
  });
}

function requirePinShape(pin: string): string {
  if (!/^\d{6,12}$/.test(pin)) throw invalidRequest('Invalid parameter pin: 6 to 12 digits');
  return pin;
}
