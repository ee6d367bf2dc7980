import type { Tx } from '../../platform/database/database.ts';
import type { SecretBox } from '../../platform/keys/secret-box.ts';
import { authorisationPurpose } from './authorise-session.ts';
import { serviceAccountPurpose } from './service-account.ts';
import { serviceTokenPurpose } from './service-token.ts';
import type { SigningTables } from './signing.tables.ts';
import { sealFilePurpose, sealKeyPurpose } from './unlock-seal.ts';

export interface KeyChange {
  readonly from: SecretBox;
  readonly to: SecretBox;
}

/**
 * Encrypts anew all that signing keeps encrypted for one school; how many secrets that were. What the new key opens
 * already is left alone, so it may be repeated. @throws Error when neither key opens a secret.
 */
export async function reencryptSecrets(tx: Tx, keys: KeyChange): Promise<number> {
  const db = tx.withTables<SigningTables>();
  let changed = 0;
  for (const { secret, kind, ...of } of await db.selectFrom('signingCredential').selectAll().execute()) {
    const purpose = kind === 'remote' ? serviceTokenPurpose(of) : sealFilePurpose(of.schoolId);
    const fresh = secret === null ? null : sealedAnew(secret, purpose, keys);
    if (fresh === null) continue;
    await db
      .updateTable('signingCredential')
      .set({ secret: fresh })
      .where('schoolId', '=', of.schoolId)
      .where('staffId', '=', of.staffId)
      .execute();
    changed += 1;
  }
  for (const { account, ...of } of await db.selectFrom('signingService').selectAll().execute()) {
    const fresh = sealedAnew(account, serviceAccountPurpose(of), keys);
    if (fresh === null) continue;
    await db
      .updateTable('signingService')
      .set({ account: fresh })
      .where('schoolId', '=', of.schoolId)
      .where('serviceId', '=', of.serviceId)
      .execute();
    changed += 1;
  }
  const open = db.selectFrom('signingSession').select(['sessionId', 'slot', 'authorisation']);
  for (const { sessionId, slot, authorisation } of await open.where('authorisation', 'is not', null).execute()) {
    const purpose = slot === 'organisationSeal' ? sealKeyPurpose(sessionId) : authorisationPurpose(sessionId);
    const fresh = sealedAnew(authorisation ?? '', purpose, keys);
    if (fresh === null) continue;
    await db.updateTable('signingSession').set({ authorisation: fresh }).where('sessionId', '=', sessionId).execute();
    changed += 1;
  }
  return changed;
}

/** Null when the new key opens it already. */
function sealedAnew(sealed: string, purpose: string, { from, to }: KeyChange): string | null {
  try {
    to.open(sealed, purpose);
    return null;
  } catch {
    return to.seal(from.open(sealed, purpose), purpose);
  }
}
