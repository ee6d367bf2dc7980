import type { Certificate } from '../certificate/certificate.ts';
import { type GeneralName, sameGeneralName } from '../certificate/general-name.ts';
import type { TimestampInfo } from './timestamp-token.ts';

/**
 * Whether the name a token gives its authority is one of the certificate’s own; true where it gives none, or of a kind
 * nobody here reads. Some authorities write their name the other way round. @spec RFC 3161 2.4.2
 */
export function namesItsAuthority({ authority }: TimestampInfo, { subject, extensions }: Certificate): boolean {
  if (authority === undefined || authority.kind === 'other') return true;
  const own: readonly GeneralName[] = [{ kind: 'directoryName', name: subject }, ...extensions.subjectAltNames];
  return own.some((name) => sameGeneralName(name, authority) || isReversed(name, authority));
}

function isReversed(a: GeneralName, b: GeneralName): boolean {
  if (a.kind !== 'directoryName' || b.kind !== 'directoryName') return false;
  const parts = b.name.comparable.toReversed();
  return parts.length === a.name.comparable.length && parts.every((part, i) => part === a.name.comparable[i]);
}
