import type { SheetIdentity } from '@hocba/protocol';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { AnswerHandler } from '../../platform/messages.ts';
import type { Platform } from '../../platform/platform.ts';
import type { RegistryTables } from './registry.tables.ts';

/** The registry above answered a report: kept beside the record, for people to act on when it was refused. */
export function takeReportReceipt(platform: Platform): AnswerHandler {
  return async (tx, sent, { answer }) => {
    const { outcome, reasons } = answer.body;
    const { recordId, schoolYear, version } = sent.payload['sheet'] as SheetIdentity;
    await tx
      .withTables<RegistryTables>()
      .updateTable('registryRecord')
      .set({ reportOutcome: outcome, reportReasons: JSON.stringify(reasons) })
      .where('recordId', '=', recordId)
      .where('schoolYear', '=', schoolYear)
      .where('version', '=', version)
      .execute();
    await writeAudit(tx, {
      schoolId: sent.schoolId,
      by: sent.receiver,
      at: platform.clock.now(),
      action: 'takeReportReceipt',
      subject: { kind: 'registryRecord', id: `${recordId}/${schoolYear}/${version}` },
      details: { outcome, reasons: reasons.map((reason) => reason.code) },
    });
  };
}
