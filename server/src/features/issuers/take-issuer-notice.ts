import { writeAudit } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { acknowledge } from '../../platform/exchange/index.ts';
import type { IncomingMessage, MessageHandler } from '../../platform/messages.ts';
import type { Platform } from '../../platform/platform.ts';
import type { IssuersTables } from './issuers.tables.ts';

/** What the root registry decided about a seal; here nobody decides again. */
export function takeIssuerNotice(platform: Platform): MessageHandler<'issuer-notice'> {
  return {
    from: ['province', 'ministry'],
    take: async (message) => ({
      scope: { schoolId: message.body.schoolId },
      effect: async (tx) => {
        const at = platform.clock.now();
        await keepNotice(tx, message, at);
        return acknowledge(message.messageId, at);
      },
    }),
  };
}

async function keepNotice(tx: Tx, { sender, body }: IncomingMessage<'issuer-notice'>, at: Date): Promise<void> {
  const certificate = Buffer.from(body.sealCertificate, 'base64');
  const certificateSha256 = sha256Hex(certificate);
  const { schoolId, schoolName, state, validFrom, validTo } = body;
  const decision = { state, validFrom, validTo, decidedBy: sender, decidedAt: at };
  await tx
    .withTables<IssuersTables>()
    .insertInto('issuer')
    .values({
      schoolId,
      schoolName,
      certificateSha256,
      certificate,
      sender,
      communeCode: '',
      requestedAt: at,
      ...decision,
    })
    .onConflict((conflict) => conflict.columns(['schoolId', 'certificateSha256']).doUpdateSet(decision))
    .execute();
  const subject = { kind: 'issuer', id: `${schoolId}/${certificateSha256}` };
  await writeAudit(tx, { schoolId, by: sender, at, action: 'takeIssuerNotice', subject, details: { state } });
}
