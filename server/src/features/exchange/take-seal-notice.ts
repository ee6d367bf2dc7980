import { writeAudit } from '../../platform/audit/audit.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { acknowledge } from '../../platform/exchange/index.ts';
import type { MessageHandler } from '../../platform/messages.ts';
import type { Platform } from '../../platform/platform.ts';
import type { SubmissionTables } from './submissions.tables.ts';

/** The root registry decided about a seal the school asked for. */
export function takeSealNotice(platform: Platform): MessageHandler<'issuer-notice'> {
  return {
    from: ['province', 'ministry'],
    take: async ({ messageId, sender, body }) => ({
      scope: { schoolId: body.schoolId },
      effect: async (tx) => {
        const at = platform.clock.now();
        const { schoolId, state, validFrom, validTo } = body;
        const certificateSha256 = sha256Hex(Buffer.from(body.sealCertificate, 'base64'));
        await tx
          .withTables<SubmissionTables>()
          .updateTable('announcedSeal')
          .set({ state, validFrom, validTo })
          .where('schoolId', '=', schoolId)
          .where('certificateSha256', '=', certificateSha256)
          .execute();
        const subject = { kind: 'issuer', id: `${schoolId}/${certificateSha256}` };
        await writeAudit(tx, { schoolId, by: sender, at, action: 'takeIssuerNotice', subject, details: { state } });
        return acknowledge(messageId, at);
      },
    }),
  };
}
