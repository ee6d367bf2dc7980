import type { OwnServiceKind, ServiceAccount } from '../../platform/keys/service-directory.ts';
import { ServiceError } from '../../platform/keys/service-http.ts';
import type { SigningService } from '../../platform/keys/signing-service.ts';
import type { Platform } from '../../platform/platform.ts';
import type { SchoolService } from './service.store.ts';

/** Names of what an account consists of, beside the address. */
export type AccountSecrets = Readonly<Record<string, string>>;

/** What each kind of service wants to know of the school; the screen asks for exactly these. */
export const accountFields: Readonly<Record<OwnServiceKind, readonly string[]>> = {
  cscV1: ['clientId', 'clientSecret', 'profileId'],
  smartSigning: ['spId', 'spPassword'],
};

export const serviceAccountPurpose = (of: { schoolId: string; serviceId: string }) =>
  `signing-service/${of.schoolId}/${of.serviceId}`;

/** The client of a school's service. @throws ServiceError `not_linked` when the account cannot be decrypted any more. */
export function openService(platform: Platform, service: SchoolService): SigningService {
  const secrets = openAccount(platform, service);
  const account = { ...secrets, kind: service.kind, url: service.url };
  // The fields were checked against `accountFields` before they were sealed.
  return platform.signingServices.open(account as ServiceAccount);
}

function openAccount(platform: Platform, service: SchoolService): AccountSecrets {
  try {
    return JSON.parse(platform.secrets.open(service.account, serviceAccountPurpose(service)).toString());
  } catch {
    throw new ServiceError('not_linked', 'the service’s account cannot be opened with this encryptionKey');
  }
}
