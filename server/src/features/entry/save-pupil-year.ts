import type { Actor } from '../../platform/actor.ts';
import { AppError, notFound, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Duties, getStudentOfYear, loadDuties, type StudentOfYear } from '../enrolment/index.ts';
import { changedFields } from './changed-fields.ts';
import { mayDecidePromotion, mayEnterPupilYear, mayReadClass } from './entry.policy.ts';
import { findPupilYear, updatePupilYear } from './entry.store.ts';
import { friendlyFacts, requireStorable } from './friendly-facts.ts';
import { requireOpenForEntry } from './open-for-entry.ts';
import { evaluatePupil } from './pupil-outcome.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';

export interface SavePupilYearRequest {
  readonly schoolYear: string;
  readonly recordId: string;
  readonly revision: number;
  readonly facts: PupilYearFacts;
}

/**
 * Stores what the homeroom teacher entered and returns the revision; a save over somebody else's newer one is refused
 * and loses nothing. The row is taken before entry is found open, so a carry-over at the same moment sees this save or
 * makes it fail.
 */
export async function savePupilYear(platform: Platform, actor: Actor, request: SavePupilYearRequest): Promise<number> {
  const { schoolYear, revision } = request;
  const facts = friendlyFacts(request.facts);
  return platform.database.transaction(actor, async (tx) => {
    const pupil = await getStudentOfYear(tx, { schoolId: actor.schoolId, ...request });
    const key = { schoolId: actor.schoolId, schoolYear, studentId: pupil.studentId };
    const duties = await loadDuties(tx, actor, schoolYear);
    permit(mayReadClass(actor, duties, pupil.classId));
    const before = await findPupilYear(tx, key);
    if (!before) throw notFound('kết quả của học sinh này');
    const fields = changedFields(before.facts, facts);
    if (fields.length === 0) return before.revision;
    authorise({ actor, pupil, duties, fields });
    requireStorable(facts);
    const at = platform.clock.now();
    const saved = await updatePupilYear(tx, { ...key, facts, revision, at, by: actor.fullName });
    if (saved === undefined) throw savedByAnother();
    const judged = evaluatePupil(before.facts, { student: pupil, schoolYear, grade: pupil.grade });
    await requireOpenForEntry(tx, { ...key, classId: pupil.classId, facts: before.facts, judged });
    await writeAudit(tx, {
      schoolId: actor.schoolId,
      by: actor,
      at,
      action: 'savePupilYear',
      subject: { kind: 'pupilYear', id: `${pupil.recordId}/${schoolYear}` },
      details: { fields },
    });
    return saved;
  });
}

interface Saving {
  readonly actor: Actor;
  readonly pupil: StudentOfYear;
  readonly duties: Duties;
  readonly fields: readonly string[];
}

/** The principal's decision is the principal's; everything else is the homeroom teacher's. */
function authorise({ actor, pupil, duties, fields }: Saving): void {
  if (fields.includes('principalDecision')) permit(mayDecidePromotion(actor));
  if (fields.some((field) => field !== 'principalDecision')) permit(mayEnterPupilYear(duties, pupil.classId));
}

function savedByAnother(): AppError {
  return new AppError({
    code: 'saved-by-another',
    status: 409,
    sentence:
      'Dữ liệu của học sinh này vừa được người khác lưu. Hãy tải lại để xem bản mới, rồi nhập lại phần của mình.',
  });
}
