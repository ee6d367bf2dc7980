import type { RenderPool } from '@hocba/rendition';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { getYearSheet } from '../carry-over/index.ts';
import { loadDuties } from '../enrolment/index.ts';
import { assembleRecord } from './assemble-record.ts';
import { mayPreview } from './issuance.policy.ts';

/**
 * Bản xem trước: the frozen sheet on its form with every place of signature empty, whoever has signed meanwhile. Every
 * reading is logged.
 */
export async function previewSheet(
  platform: Platform,
  actor: Actor,
  of: { yearSheetId: string; pool: RenderPool },
): Promise<Uint8Array> {
  const { yearSheetId, pool } = of;
  const content = await platform.database.transaction(actor, async (tx) => {
    const sheet = await getYearSheet(tx, yearSheetId);
    const { classId, schoolYear } = sheet;
    const { signatories } = sheet.content;
    permit(mayPreview(actor, await loadDuties(tx, actor, schoolYear), { classId, signatories }));
    await writeAudit(tx, {
      schoolId: actor.schoolId,
      by: actor,
      at: platform.clock.now(),
      action: 'previewSheet',
      subject: { kind: 'yearSheet', id: yearSheetId },
      details: { version: sheet.version },
    });
    return sheet.content;
  });
  return pool.renderYearSheet(assembleRecord(content, [], platform.config.lookupBaseUrl));
}
