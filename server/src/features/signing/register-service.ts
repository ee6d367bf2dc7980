import type { Actor } from '../../platform/actor.ts';
import { AppError, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { OwnServiceKind } from '../../platform/keys/service-directory.ts';
import type { Platform } from '../../platform/platform.ts';
import { listServices, saveService } from './service.store.ts';
import { type AccountSecrets, accountFields, serviceAccountPurpose } from './service-account.ts';
import { mayManageServices } from './signing.policy.ts';

export interface ServiceToRegister {
  readonly serviceId: string;
  readonly kind: OwnServiceKind;
  readonly name: string;
  readonly url: string;
  readonly account: AccountSecrets;
}

/** Takes in, or replaces, a contract of the school with a signing service; its secrets are kept encrypted. */
export async function registerService(platform: Platform, actor: Actor, given: ServiceToRegister): Promise<void> {
  permit(mayManageServices(actor));
  if (!platform.signingServices.mayCall(given.url)) throw notListed();
  const missing = accountFields[given.kind].filter((name) => !given.account[name]);
  if (missing.length > 0) throw incomplete(missing);
  const { schoolId } = actor;
  const { serviceId, kind, name, url } = given;
  const secrets = Object.fromEntries(accountFields[kind].map((field) => [field, given.account[field]]));
  const account = platform.secrets.seal(JSON.stringify(secrets), serviceAccountPurpose({ schoolId, serviceId }));
  const at = platform.clock.now();
  await platform.database.transaction(actor, async (tx) => {
    await saveService(tx, { schoolId, serviceId, kind, name, url, account, registeredAt: at });
    await writeAudit(tx, {
      schoolId,
      by: actor,
      at,
      action: 'registerSigningService',
      subject: { kind: 'signingService', id: serviceId },
      details: { kind, url },
    });
  });
}

/** Services a person of the school can link; the first, if any, is the one of the install's settings. */
export async function readServices(platform: Platform, actor: Actor) {
  const own = await platform.database.transaction(actor, (tx) => listServices(tx, actor.schoolId));
  const ofInstall = { serviceId: 'install', kind: 'cscV2' as const, name: 'Dịch vụ ký số của hệ thống' };
  return [
    ...(platform.remoteSigning ? [ofInstall] : []),
    ...own.map(({ serviceId, kind, name }) => ({ serviceId, kind, name })),
  ];
}

function notListed(): AppError {
  return new AppError({
    code: 'service-address-not-listed',
    status: 422,
    sentence:
      'Địa chỉ này không có trong danh sách dịch vụ ký số mà đơn vị vận hành hệ thống cho phép. Hãy kiểm tra lại địa chỉ (https://…), hoặc đề nghị đơn vị vận hành thêm vào.',
  });
}

function incomplete(missing: readonly string[]): AppError {
  return new AppError({
    code: 'service-account-incomplete',
    status: 400,
    sentence: `Thiếu thông tin tài khoản của dịch vụ ký số: ${missing.join(', ')}. Hãy nhập đủ theo hợp đồng với nhà cung cấp.`,
  });
}
