import { type RecordFiles, recordFileRules } from '../record-files.ts';
import { object, type Rule } from '../rule.ts';
import { type SheetIdentity, sheetIdentity } from '../sheet-identity.ts';

/** Nộp học bạ: a school hands one issued record to its registry. Answered by a receipt. */
export interface Submission extends RecordFiles {
  readonly sheet: SheetIdentity;
}

export const submission: Rule<Submission> = object<Submission>({ sheet: sheetIdentity, ...recordFileRules });
