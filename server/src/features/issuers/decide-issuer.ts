import { parseCertificate } from '@hocba/signature';
import type { Actor } from '../../platform/actor.ts';
import { AppError, notFound, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import { vietnamDay } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { findPeer } from '../../platform/exchange/index.ts';
import { enqueueMessage } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { isRoot, toldOfIssuers } from '../../registry-chain.ts';
import { mayDecideIssuers } from './issuers.policy.ts';
import { findIssuer, type SealKey } from './issuers.store.ts';
import type { IssuersTables } from './issuers.tables.ts';

export interface IssuerDecision extends SealKey {
  readonly decision: 'approved' | 'refused' | 'ended';
  /** First day the seal may have issued; the certificate's own when absent. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** Phê duyệt con dấu số: decides, tells the school, the other registry and the portal. */
export async function decideIssuer(platform: Platform, actor: Actor, of: IssuerDecision): Promise<void> {
  permit(mayDecideIssuers(actor));
  if (!isRoot(platform)) throw notTheRoot();
  const asked = await platform.database.transaction({ schoolId: of.schoolId }, (tx) => findIssuer(tx, of));
  if (!asked) throw notFound('con dấu số này');
  const certificate = new Uint8Array(asked.certificate);
  if (of.decision === 'approved') await requireFit(platform, certificate, of.schoolId);
  await platform.database.transaction({ schoolId: of.schoolId }, async (tx) => {
    const decision = { state: of.decision, ...validity(platform, certificate, of) };
    const at = platform.clock.now();
    await tx
      .withTables<IssuersTables>()
      .updateTable('issuer')
      .set({ ...decision, decidedBy: actor.fullName, decidedAt: at })
      .where('schoolId', '=', of.schoolId)
      .where('certificateSha256', '=', of.certificateSha256)
      .execute();
    await writeAudit(tx, {
      schoolId: of.schoolId,
      by: actor,
      at,
      action: 'decideIssuer',
      subject: { kind: 'issuer', id: `${of.schoolId}/${of.certificateSha256}` },
      details: decision,
    });
    await tellEveryone(tx, platform, { ...asked, ...decision });
  });
}

/** Only a certificate that would be believed today, made out to this very school. */
async function requireFit(platform: Platform, certificate: Uint8Array, schoolId: string): Promise<void> {
  const { indication } = await platform.certificates.judge(certificate, []);
  if (indication !== 'passed') {
    throw unfit('Chứng thư của con dấu này chưa kiểm tra được hoặc không còn hiệu lực, nên chưa phê duyệt được.');
  }
  const { organisationIdentifier } = parseCertificate(certificate).subject;
  if (organisationIdentifier !== undefined && organisationIdentifier !== schoolId) {
    throw unfit(`Chứng thư này cấp cho tổ chức mã ${organisationIdentifier}, không phải trường ${schoolId}.`);
  }
}

function validity(platform: Platform, certificate: Uint8Array, of: IssuerDecision) {
  if (of.decision === 'refused') return { validFrom: null, validTo: null };
  const { notBefore } = parseCertificate(certificate);
  const today = vietnamDay(platform.clock.now());
  return {
    validFrom: of.validFrom ?? new Date(notBefore).toISOString().slice(0, 10),
    validTo: of.validTo ?? (of.decision === 'ended' ? today : null),
  };
}

type Decided = NonNullable<Awaited<ReturnType<typeof findIssuer>>>;

async function tellEveryone(tx: Tx, platform: Platform, issuer: Decided): Promise<void> {
  const { schoolId, schoolName, state, validFrom, validTo, certificate, sender } = issuer;
  const payload = {
    schoolId,
    schoolName,
    sealCertificate: certificate.toString('base64'),
    state,
    validFrom,
    validTo,
  };
  const school = findPeer(platform.config, sender);
  for (const peer of [...toldOfIssuers(platform), ...(school ? [school] : [])]) {
    const at = platform.clock.now();
    await enqueueMessage(tx, { receiver: peer.organisationId, schoolId, kind: 'issuer-notice', payload, at });
  }
}

function unfit(sentence: string): AppError {
  return new AppError({ code: 'seal-not-fit', status: 409, sentence });
}

function notTheRoot(): AppError {
  return new AppError({
    code: 'not-the-root',
    status: 409,
    sentence: 'Con dấu số của trường do cơ sở dữ liệu học bạ gốc phê duyệt; hệ thống này chỉ nhận kết quả.',
  });
}
