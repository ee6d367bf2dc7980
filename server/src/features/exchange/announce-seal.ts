import { AppError } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/database/database.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { enqueueMessage } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { rootRegistry } from '../../registry-chain.ts';
import { getSchool } from '../enrolment/index.ts';
import { findCredential } from '../signing/index.ts';
import type { SubmissionTables } from './submissions.tables.ts';

/** Asks the root registry to accept the school's present seal, once a seal and registry. @throws AppError without a seal */
export async function announceSeal(tx: Tx, platform: Platform, schoolId: string): Promise<void> {
  const seal = await findCredential(tx, schoolId, schoolId);
  if (!seal) throw noSeal();
  const { organisationId: receiver } = rootRegistry(platform);
  const requestedAt = platform.clock.now();
  const written = await tx
    .withTables<SubmissionTables>()
    .insertInto('announcedSeal')
    .values({
      schoolId,
      certificateSha256: sha256Hex(seal.certificate),
      receiver,
      requestedAt,
      state: 'requested',
      validFrom: null,
      validTo: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return;
  const { name, communeCode } = await getSchool(tx, schoolId);
  const payload = {
    schoolId,
    schoolName: name,
    communeCode,
    sealCertificate: Buffer.from(seal.certificate).toString('base64'),
    requestedAt: requestedAt.toISOString(),
  };
  await enqueueMessage(tx, { receiver, schoolId, kind: 'issuer-request', payload, at: requestedAt });
}

function noSeal(): AppError {
  return new AppError({
    code: 'no-seal',
    status: 409,
    sentence: 'Trường chưa đăng ký con dấu số trong hệ thống. Văn thư cần đăng ký con dấu số trước.',
  });
}
