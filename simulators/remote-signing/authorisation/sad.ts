import type { RemoteSigningConfig } from '../config.ts';
import { isSameSecret, seal } from '../secrets.ts';

/** Signature activation data: names the authorisation, and only this service can make it. What it allows stands in the database. */
export function sadOf(config: RemoteSigningConfig, authorisationId: string): string {
  return `${authorisationId}.${seal(config.encryptionKey, `SAD ${authorisationId}`)}`;
}

/** The authorisation a SAD names; undefined when it is not ours. */
export function authorisationOfSad(config: RemoteSigningConfig, sad: string): string | undefined {
  const [authorisationId = ''] = sad.split('.');
  return isSameSecret(sadOf(config, authorisationId), sad) ? authorisationId : undefined;
}
