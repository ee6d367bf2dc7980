import { ServiceError } from '../../platform/keys/service-http.ts';
import type { SigningService } from '../../platform/keys/signing-service.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Credential, findCredential } from './credential.store.ts';
import { findService } from './service.store.ts';
import { openService } from './service-account.ts';
import { serviceToken, serviceTokenPurpose } from './service-token.ts';

/** The service a credential is at, and what it wants to see of the person. */
export interface ServiceAccess {
  readonly service: SigningService;
  readonly access: string;
}

interface Owner {
  readonly schoolId: string;
  readonly staffId: string;
  readonly credentialId: string;
}

/** @throws ServiceError `not_linked` when the person must link anew, `credential_replaced` when they have linked another. */
export async function serviceAccess(platform: Platform, of: Owner): Promise<ServiceAccess> {
  const { credential, own } = await platform.database.transaction(of, async (tx) => {
    const credential = await findCredential(tx, of.schoolId, of.staffId);
    const serviceId = credential?.serviceId ?? null;
    return { credential, own: serviceId === null ? undefined : await findService(tx, of.schoolId, serviceId) };
  });
  const replaced = credential?.kind !== 'remote' || credential.credentialId !== of.credentialId;
  if (credential && replaced) throw new ServiceError('credential_replaced', 'another credential was registered');
  if (!credential) throw new ServiceError('not_linked', 'no credential');
  if (credential.serviceId === null) return accessOfInstall(platform, credential);
  if (!own) throw new ServiceError('not_linked', 'the school has given up this service');
  return { service: openService(platform, own), access: nameAtService(platform, credential) };
}

async function accessOfInstall(platform: Platform, credential: Credential): Promise<ServiceAccess> {
  if (!platform.remoteSigning) throw new ServiceError('not_linked', 'no remote signing service configured');
  return { service: platform.remoteSigning.client, access: await serviceToken(platform, credential) };
}

/** Kept encrypted: at most services it is the person's citizen number. */
function nameAtService(platform: Platform, credential: Credential): string {
  try {
    return platform.secrets.open(credential.secret ?? '', serviceTokenPurpose(credential)).toString();
  } catch {
    throw new ServiceError('not_linked', 'the name at the service cannot be opened with this encryptionKey');
  }
}
