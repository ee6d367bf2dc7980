import type { IssuerRequest } from '@hocba/protocol';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { acknowledge, decline } from '../../platform/exchange/index.ts';
import type { IncomingMessage, MessageHandler } from '../../platform/messages.ts';
import type { Platform } from '../../platform/platform.ts';
import { isRoot } from '../../registry-chain.ts';
import type { IssuersTables } from './issuers.tables.ts';

/** A school asks for its seal: kept until an officer decides. Asking again changes nothing. */
export function takeIssuerRequest(platform: Platform): MessageHandler<'issuer-request'> {
  return {
    from: ['school'],
    take: async (message) => ({
      scope: { schoolId: message.body.schoolId },
      effect: async (tx) => {
        const at = platform.clock.now();
        if (!isRoot(platform)) return decline(message.messageId, at, notTheRoot);
        await keepRequest(tx, message, at);
        return acknowledge(message.messageId, at);
      },
    }),
  };
}

const notTheRoot = {
  code: 'not-the-root',
  sentence: 'Hệ thống này không phải cơ sở dữ liệu học bạ gốc. Hãy kiểm tra cấu hình nơi nộp học bạ.',
};

async function keepRequest(tx: Tx, { sender, body }: IncomingMessage<'issuer-request'>, at: Date): Promise<void> {
  const certificate = Buffer.from(body.sealCertificate, 'base64');
  const certificateSha256 = sha256Hex(certificate);
  const written = await tx
    .withTables<IssuersTables>()
    .insertInto('issuer')
    .values({
      ...namesOf(body),
      certificateSha256,
      certificate,
      sender,
      requestedAt: at,
      state: 'requested',
      validFrom: null,
      validTo: null,
      decidedBy: null,
      decidedAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return;
  const subject = { kind: 'issuer', id: `${body.schoolId}/${certificateSha256}` };
  await writeAudit(tx, { schoolId: body.schoolId, by: sender, at, action: 'requestIssuer', subject });
}

function namesOf({ schoolId, schoolName, communeCode }: IssuerRequest) {
  return { schoolId, schoolName, communeCode };
}
