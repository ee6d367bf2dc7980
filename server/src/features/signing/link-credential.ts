import { parseCertificate } from '@hocba/signature';
import type { Actor } from '../../platform/actor.ts';
import { AppError, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { getSchool } from '../enrolment/index.ts';
import { certificateFitness } from './certificate-fitness.ts';
import { type Credential, saveCredential } from './credential.store.ts';
import { sealToken } from './service-token.ts';
import { maySignAs } from './signing.policy.ts';
import { openSealFile, sealFilePurpose } from './unlock-seal.ts';

/** A key file knows no limit of its own; this is the longest list of one act. */
const MOST_SEALS = 5000;

export interface LinkRemote {
  readonly callbackUrl: URL;
  readonly codeVerifier: string;
  readonly state: string;
}

/** Takes over the person's credential at the remote service after they signed in there; only one that is theirs and good now. */
export async function linkRemoteCredential(platform: Platform, actor: Actor, link: LinkRemote): Promise<void> {
  if (!platform.remoteSigning || actor.staffId === null) throw noService();
  const token = await platform.remoteSigning.signIn.finish(link.callbackUrl, link).catch((cause: unknown) => {
    throw new AppError({
      code: 'link-refused',
      status: 400,
      cause,
      sentence: 'Dịch vụ ký số không xác nhận đăng nhập. Hãy bắt đầu liên kết lại.',
    });
  });
  const credentials = await platform.remoteSigning.client.listCredentials(token.accessToken);
  const [credential] = credentials.filter((each) => each.enabled);
  if (!credential) throw noCredential();
  const owner = { schoolId: actor.schoolId, staffId: actor.staffId };
  await registerCredential(platform, actor, {
    ...owner,
    kind: 'remote',
    credentialId: credential.credentialId,
    certificate: Buffer.from(credential.certificate),
    chain: credential.chain.map((der) => Buffer.from(der)),
    multisign: Math.max(1, credential.multisign),
    secret: sealToken(platform, owner, token),
    serviceId: null,
  });
}

/** Takes in the school's seal as a PKCS#12 file; the file is kept encrypted, its password is not kept at all. */
export async function registerSeal(
  platform: Platform,
  actor: Actor,
  given: { file: Uint8Array; password: string },
): Promise<void> {
  permit(maySignAs(actor, 'organisationSeal'));
  const opened = openSealFile(given.file, given.password);
  await registerCredential(platform, actor, {
    schoolId: actor.schoolId,
    staffId: actor.schoolId,
    kind: 'pkcs12',
    credentialId: parseCertificate(opened.certificate).serialNumber,
    certificate: Buffer.from(opened.certificate),
    chain: opened.chain.map((der) => Buffer.from(der)),
    multisign: MOST_SEALS,
    secret: platform.secrets.seal(given.file, sealFilePurpose(actor.schoolId)),
    serviceId: null,
  });
}

/** Only a certificate that is the person's own, or the school's, and good now. @throws AppError */
export async function registerCredential(platform: Platform, actor: Actor, credential: Credential): Promise<void> {
  const { certificate, chain } = credential;
  const path = await platform.certificates.judge(certificate, chain);
  const schoolName = await platform.database.transaction(
    actor,
    async (tx) => (await getSchool(tx, actor.schoolId)).name,
  );
  const forSeal = credential.staffId === credential.schoolId;
  const expectedName = forSeal ? schoolName : actor.fullName;
  permit(certificateFitness({ certificate, path, expectedName, schoolName, forSeal }));
  const at = platform.clock.now();
  await platform.database.transaction(actor, async (tx) => {
    await saveCredential(tx, { ...credential, registeredAt: at });
    await writeAudit(tx, {
      schoolId: actor.schoolId,
      by: actor,
      at,
      action: 'registerCredential',
      subject: { kind: 'credential', id: credential.staffId },
      details: { kind: credential.kind, serialNumber: parseCertificate(certificate).serialNumber },
    });
  });
}

function noService(): AppError {
  return new AppError({
    code: 'no-remote-signing',
    status: 409,
    sentence: 'Trường chưa cấu hình dịch vụ ký số từ xa. Hãy liên hệ quản trị hệ thống.',
  });
}

export function noCredential(): AppError {
  return new AppError({
    code: 'no-credential',
    status: 409,
    sentence: 'Tài khoản tại dịch vụ ký số chưa có chứng thư đang hoạt động.',
  });
}
