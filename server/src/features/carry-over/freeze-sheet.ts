import { createHash, randomUUID } from 'node:crypto';
import { contentDigestInput, type YearSheet } from '@hocba/record';
import type { Actor } from '../../platform/actor.ts';
import { writeAuditEntries } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ClassOfYear } from '../enrolment/index.ts';
import { cohortOf } from './cohort.ts';
import type { NewYearSheet } from './year-sheet.store.ts';

export interface Freezing {
  readonly platform: Platform;
  readonly actor: Actor;
}

/** A finished sheet as it is stored: its content digest says for ever what was frozen. */
export function freezeSheet(
  sheet: YearSheet,
  { platform, actor, schoolClass }: Freezing & { readonly schoolClass: ClassOfYear },
): NewYearSheet {
  return {
    yearSheetId: randomUUID(),
    schoolId: schoolClass.schoolId,
    schoolYear: schoolClass.schoolYear,
    classId: schoolClass.classId,
    studentId: sheet.student.studentId,
    recordId: sheet.recordId,
    lookupCode: sheet.lookupCode,
    version: sheet.version,
    content: sheet,
    contentDigest: createHash('sha256').update(contentDigestInput(sheet)).digest('hex'),
    cohort: cohortOf(sheet),
    carriedOverAt: platform.clock.now(),
    carriedOverBy: actor.fullName,
  };
}

export async function auditFrozen(
  tx: Tx,
  { platform, actor, sheets }: Freezing & { readonly sheets: readonly NewYearSheet[] },
): Promise<void> {
  await writeAuditEntries(
    tx,
    sheets.map((sheet) => ({
      schoolId: sheet.schoolId,
      by: actor,
      at: platform.clock.now(),
      action: 'carryOver',
      subject: { kind: 'yearSheet', id: sheet.yearSheetId },
      details: { version: sheet.version, contentDigest: sheet.contentDigest },
    })),
  );
}
