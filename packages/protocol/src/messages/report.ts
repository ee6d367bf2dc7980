import { type RecordFiles, recordFileRules } from '../record-files.ts';
import { identifier, instant, object, type Rule } from '../rule.ts';
import { type SheetIdentity, sheetIdentity } from '../sheet-identity.ts';

/** Báo cáo lên cấp trên: a registry hands the same record, unchanged, to the registry above. Answered by a receipt. */
export interface Report extends RecordFiles {
  readonly sheet: SheetIdentity;
  /** The install that submitted, and its submission's `messageId`. */
  readonly submittedBy: string;
  readonly submissionId: string;
  /** When the reporting registry accepted it. */
  readonly acceptedAt: string;
}

export const report: Rule<Report> = object<Report>({
  sheet: sheetIdentity,
  ...recordFileRules,
  submittedBy: identifier,
  submissionId: identifier,
  acceptedAt: instant,
});
