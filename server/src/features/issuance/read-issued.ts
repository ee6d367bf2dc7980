import { slotLabel, yearResultOf } from '@hocba/record';
import type { Actor } from '../../platform/actor.ts';
import { notFound, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { getYearSheet, listYearSheets } from '../carry-over/index.ts';
import { getClass, loadDuties } from '../enrolment/index.ts';
import { signaturesOf } from '../signing/index.ts';
import { mayReadIssued } from './issuance.policy.ts';
import { listIssued } from './issuance.store.ts';

/** The sheets of a class with their state, who signed, and whether they are issued. */
export async function readClassRecords(platform: Platform, actor: Actor, of: { schoolYear: string; classId: string }) {
  return platform.database.transaction(actor, async (tx) => {
    permit(mayReadIssued(actor, await loadDuties(tx, actor, of.schoolYear), of.classId));
    const schoolClass = await getClass(tx, { schoolId: actor.schoolId, ...of });
    const sheets = await listYearSheets(tx, schoolClass);
    const ids = sheets.map((sheet) => sheet.yearSheetId);
    const issued = await listIssued(tx, ids);
    const signatures = await signaturesOf(tx, ids);
    return {
      classId: of.classId,
      name: schoolClass.name,
      records: sheets.map((sheet) => ({
        yearSheetId: sheet.yearSheetId,
        recordId: sheet.recordId,
        fullName: sheet.content.student.fullName,
        birthDate: sheet.content.student.birthDate,
        version: sheet.version,
        state: sheet.state,
        cohort: sheet.cohort,
        effectiveDate: sheet.effectiveDate,
        yearResult: yearResultOf(sheet.content),
        signatures: (signatures.get(sheet.yearSheetId) ?? []).map(({ slot, signedAt, timestampToken }) => ({
          slot,
          label: slotLabel(slot, sheet.content),
          signedAt,
          timestamped: timestampToken !== null,
        })),
        issued: issued.has(sheet.yearSheetId),
      })),
    };
  });
}

/** The bytes of an issued file; every reading is logged. @throws AppError 404 when not issued. */
export async function readIssuedFile(
  platform: Platform,
  actor: Actor,
  of: { yearSheetId: string; kind: 'xml' | 'pdf' },
) {
  const digest = await platform.database.transaction(actor, async (tx) => {
    const sheet = await getYearSheet(tx, of.yearSheetId);
    permit(mayReadIssued(actor, await loadDuties(tx, actor, sheet.schoolYear), sheet.classId));
    const issued = (await listIssued(tx, [of.yearSheetId])).get(of.yearSheetId);
    if (!issued) throw notFound('tệp học bạ (học bạ chưa phát hành)');
    await writeAudit(tx, {
      schoolId: actor.schoolId,
      by: actor,
      at: platform.clock.now(),
      action: 'readIssuedFile',
      subject: { kind: 'yearSheet', id: of.yearSheetId },
      details: { kind: of.kind },
    });
    return of.kind === 'xml' ? issued.xmlDigest : issued.pdfDigest;
  });
  return platform.files.get(digest);
}
