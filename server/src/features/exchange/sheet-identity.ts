import type { SheetIdentity } from '@hocba/protocol';
import type { YearSheet } from '@hocba/record';

/** What messages call a sheet by. */
export function identityOf(sheet: YearSheet): SheetIdentity {
  const { recordId, schoolYear, grade, className, version, lookupCode } = sheet;
  return { schoolId: sheet.school.schoolId, recordId, schoolYear, grade, className, version, lookupCode };
}
