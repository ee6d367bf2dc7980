import { isSameSecret, seal } from '../remote-signing/secrets.ts';
import type { ProviderSettings } from './settings.ts';

/** Signature activation data: names the request, and only this service can make it. */
export function sadOfRequest({ encryptionKey }: ProviderSettings, requestId: string): string {
  return `${requestId}.${seal(encryptionKey, `SAD ${requestId}`)}`;
}

/** The request a SAD names; undefined when it is not ours. */
export function requestOfSad(settings: ProviderSettings, sad: string): string | undefined {
  const [requestId = ''] = sad.split('.');
  return isSameSecret(sadOfRequest(settings, requestId), sad) ? requestId : undefined;
}
