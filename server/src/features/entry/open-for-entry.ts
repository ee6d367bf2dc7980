import type { StudentProfile } from '@hocba/record';
import { sql } from 'kysely';
import { AppError } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/database/database.ts';
import { findRelease, type PupilYearKey } from './entry.store.ts';
import type { PupilOutcome } from './pupil-outcome.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';

/** `frozen`: carried over. `released`: the class was released with this pupil's year complete. */
export type ClosedBy = 'frozen' | 'released';

export interface JudgedPupil extends PupilYearKey {
  readonly classId: string;
  /** As stored before the change. */
  readonly facts: PupilYearFacts;
  readonly judged: PupilOutcome;
}

/**
 * Why this pupil's year cannot be changed; null while it can. After the release only those stay open who still wait
 * (supplementary assessment, the principal's decision) and those whose sheet was withdrawn.
 */
export async function closedBy(tx: Tx, pupil: JudgedPupil): Promise<ClosedBy | null> {
  const sheets = await listSheets(tx, pupil);
  if (sheets.some(isInForce)) return 'frozen';
  const withdrawn = sheets.length > 0;
  if (withdrawn || !isCompleteAtRelease(pupil)) return null;
  return (await findRelease(tx, pupil)) ? 'released' : null;
}

/** @throws AppError 409. */
export async function requireOpenForEntry(tx: Tx, pupil: JudgedPupil): Promise<void> {
  const closed = await closedBy(tx, pupil);
  if (closed === null) return;
  const sentence =
    closed === 'frozen'
      ? 'Dữ liệu của học sinh này đã kết chuyển sang học bạ số nên không sửa được. Nếu có sai sót, đề nghị hiệu trưởng rút học bạ (trước khi chốt) rồi sửa lại.'
      : 'Lớp đã được ban hành dữ liệu theo dõi nên kết quả của học sinh này không sửa được. Nếu có sai sót, đề nghị kết chuyển lớp rồi hiệu trưởng rút học bạ của em để sửa lại.';
  throw new AppError({ code: closed, status: 409, sentence });
}

/** A year decided at its first assessment; what a second one or the principal decided may still be corrected. */
export function isCompleteAtRelease({ facts, judged }: Pick<JudgedPupil, 'facts' | 'judged'>): boolean {
  if (!('conclusion' in judged.conclusion)) return false;
  return judged.conclusion.conclusion.firstEducationResult === null && facts.principalDecision === null;
}

export interface SheetOfPupil {
  readonly studentId: string;
  readonly classId: string;
  readonly state: string;
  /** As frozen. */
  readonly profile: StudentProfile;
}

/** Every sheet of a year, of one pupil or all. Reads year_sheet by SQL: carry-over is a later feature. */
export async function listSheets(
  tx: Tx,
  of: { schoolId: string; schoolYear: string; studentId?: string },
): Promise<SheetOfPupil[]> {
  const { rows } = await sql<SheetOfPupil>`
    select student_id, class_id, state, content -> 'student' as profile from year_sheet
    where school_id = ${of.schoolId} and school_year = ${of.schoolYear}
      and (${of.studentId ?? null}::text is null or student_id = ${of.studentId ?? null})`.execute(tx);
  return rows;
}

export function isInForce({ state }: { readonly state: string }): boolean {
  return state !== 'withdrawn' && state !== 'recalled';
}

/** Student ids of a year whose sheet is frozen, in whatever class. */
export async function listFrozen(tx: Tx, of: { schoolId: string; schoolYear: string }): Promise<Set<string>> {
  const { schoolId, schoolYear } = of;
  const { rows } = await sql<{ studentId: string }>`
    select student_id from year_sheet
    where school_id = ${schoolId} and school_year = ${schoolYear} and state not in ('withdrawn', 'recalled')`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.studentId));
}
