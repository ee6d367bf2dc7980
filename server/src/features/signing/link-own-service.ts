import type { Actor } from '../../platform/actor.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { ServiceError } from '../../platform/keys/service-http.ts';
import type { ServiceCredential } from '../../platform/keys/signing-service.ts';
import type { Platform } from '../../platform/platform.ts';
import { noCredential, registerCredential } from './link-credential.ts';
import { findService, type SchoolService } from './service.store.ts';
import { openService } from './service-account.ts';
import { serviceTokenPurpose } from './service-token.ts';

export interface LinkOwnService {
  readonly serviceId: string;
  /** What the service calls the person: at most a citizen number. */
  readonly userName: string;
}

/**
 * Takes over the person's certificate at a service of the school's own. Naming somebody else gains nothing: the
 * certificate must carry one's own name, and each signature is approved on the owner's phone.
 */
export async function linkOwnService(platform: Platform, actor: Actor, link: LinkOwnService): Promise<void> {
  if (actor.staffId === null) throw noCredential();
  const owner = { schoolId: actor.schoolId, staffId: actor.staffId };
  const service = await platform.database.transaction(actor, (tx) => findService(tx, owner.schoolId, link.serviceId));
  if (!service) throw notFound('dịch vụ ký số này');
  const [credential] = await listUsable(platform, service, link.userName);
  if (!credential) throw noCredential();
  await registerCredential(platform, actor, {
    ...owner,
    kind: 'remote',
    serviceId: service.serviceId,
    credentialId: credential.credentialId,
    certificate: Buffer.from(credential.certificate),
    chain: credential.chain.map((der) => Buffer.from(der)),
    multisign: Math.max(1, credential.multisign),
    secret: platform.secrets.seal(link.userName, serviceTokenPurpose(owner)),
  });
}

async function listUsable(platform: Platform, service: SchoolService, userName: string): Promise<ServiceCredential[]> {
  try {
    const listed = await openService(platform, service).listCredentials(userName);
    return listed.filter(({ enabled }) => enabled);
  } catch (cause) {
    if (!(cause instanceof ServiceError)) throw cause;
    throw cause.passing ? notReached(service, cause) : unknownThere(service, cause);
  }
}

function notReached({ name }: SchoolService, cause: ServiceError): AppError {
  return new AppError({
    code: 'service-not-reached',
    status: 503,
    cause,
    sentence: `Chưa liên lạc được với ${name}. Hãy thử lại sau ít phút.`,
  });
}

function unknownThere({ name }: SchoolService, cause: ServiceError): AppError {
  return new AppError({
    code: 'link-refused',
    status: 400,
    cause,
    sentence: `${name} không nhận tên đăng nhập này. Hãy kiểm tra lại, hoặc nhờ quản trị hệ thống kiểm tra tài khoản của trường.`,
  });
}
