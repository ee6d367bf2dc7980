import { writeAudit } from '../../platform/audit/audit.ts';
import type { AnswerHandler } from '../../platform/messages.ts';
import type { Platform } from '../../platform/platform.ts';
import { moveYearSheets } from '../carry-over/index.ts';
import { answerSubmission } from './submissions.store.ts';

/** Biên nhận came back: the sheet is received or rejected, the signed receipt is kept. A sheet withdrawn meanwhile stays so. */
export function takeReceipt(platform: Platform): AnswerHandler {
  return async (tx, sent, { answer, jws }) => {
    const { outcome, reasons } = answer.body;
    const at = platform.clock.now();
    const yearSheetId = await answerSubmission(tx, sent.messageId, { outcome, reasons, receipt: jws, at });
    if (yearSheetId === undefined) return;
    const to = outcome === 'accepted' ? 'received' : 'rejected';
    await moveYearSheets(tx, { yearSheetIds: [yearSheetId], from: ['submitted'], to });
    await writeAudit(tx, {
      schoolId: sent.schoolId,
      by: sent.receiver,
      at,
      action: outcome === 'accepted' ? 'receiveRecord' : 'rejectRecord',
      subject: { kind: 'yearSheet', id: yearSheetId },
      details: { messageId: sent.messageId, reasons: reasons.map((reason) => reason.code) },
    });
  };
}
