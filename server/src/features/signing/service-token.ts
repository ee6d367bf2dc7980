import type { ServiceToken } from '../../platform/keys/csc-sign-in.ts';
import { ServiceError } from '../../platform/keys/service-http.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Credential } from './credential.store.ts';
import type { SigningTables } from './signing.tables.ts';

interface KeptToken {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

const EARLY_MS = 60_000;
export const serviceTokenPurpose = (of: { schoolId: string; staffId: string }) =>
  `service-token/${of.schoolId}/${of.staffId}`;

export function sealToken(platform: Platform, of: { schoolId: string; staffId: string }, token: ServiceToken): string {
  const kept: KeptToken = {
    accessToken: token.accessToken,
    refreshToken: token.refreshToken,
    expiresAt: platform.clock.now().getTime() + token.expiresInSeconds * 1000,
  };
  return platform.secrets.seal(JSON.stringify(kept), serviceTokenPurpose(of));
}

/** A service token in force, refreshed and kept when the old one is about to lapse. @throws ServiceError when it must be linked anew. */
export async function serviceToken(platform: Platform, credential: Credential): Promise<string> {
  if (!credential.secret) throw new ServiceError('not_linked', 'no service token');
  const kept = openToken(platform, credential, credential.secret);
  if (kept.expiresAt - EARLY_MS > platform.clock.now().getTime()) return kept.accessToken;
  if (!kept.refreshToken) throw new ServiceError('not_linked', 'the service token lapsed');
  const fresh = await refresh(platform, kept.refreshToken);
  const secret = sealToken(platform, credential, { ...fresh, refreshToken: fresh.refreshToken ?? kept.refreshToken });
  await platform.database.transaction(credential, async (tx) => {
    await tx
      .withTables<SigningTables>()
      .updateTable('signingCredential')
      .set({ secret })
      .where('schoolId', '=', credential.schoolId)
      .where('staffId', '=', credential.staffId)
      .execute();
  });
  return fresh.accessToken;
}

/** A token sealed under a key that is gone is as good as none. */
function openToken(platform: Platform, of: { schoolId: string; staffId: string }, secret: string): KeptToken {
  try {
    return JSON.parse(platform.secrets.open(secret, serviceTokenPurpose(of)).toString()) as KeptToken;
  } catch {
    throw new ServiceError('not_linked', 'the service token cannot be opened with this encryptionKey');
  }
}

async function refresh(platform: Platform, refreshToken: string): Promise<ServiceToken> {
  if (!platform.remoteSigning) throw new ServiceError('not_linked', 'no remote signing service configured');
  return platform.remoteSigning.signIn.refresh(refreshToken).catch((error: unknown) => {
    const refused = error instanceof Error && 'error' in error && error.error === 'invalid_grant';
    throw new ServiceError(
      refused ? 'not_linked' : 'unreachable',
      error instanceof Error ? error.message : String(error),
    );
  });
}
