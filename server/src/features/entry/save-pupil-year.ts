import type { Actor } from '../../platform/actor.ts';
import { AppError, notFound, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { getStudentOfYear, loadDuties, type StudentOfYear } from '../enrolment/index.ts';
import { changedFields } from './changed-fields.ts';
import { mayDecidePromotion, mayEnterPupilYear } from './entry.policy.ts';
import { findPupilYear, updatePupilYear } from './entry.store.ts';
import { requireOpenForEntry } from './open-for-entry.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';

export interface SavePupilYearRequest {
  readonly schoolYear: string;
  readonly recordId: string;
  readonly revision: number;
  readonly facts: PupilYearFacts;
}

/** Stores what the homeroom teacher entered; a save over somebody else's newer one is refused and loses nothing. */
export async function savePupilYear(platform: Platform, actor: Actor, request: SavePupilYearRequest): Promise<number> {
  return platform.database.transaction(actor, async (tx) => {
    const pupil = await getStudentOfYear(tx, { schoolId: actor.schoolId, ...request });
    const key = { schoolId: actor.schoolId, schoolYear: request.schoolYear, studentId: pupil.studentId };
    const before = await findPupilYear(tx, key);
    if (!before) throw notFound('kết quả của học sinh này');
    const fields = changedFields(before.facts, request.facts);
    await authorise(tx, { actor, pupil, schoolYear: request.schoolYear, fields });
    await requireOpenForEntry(tx, { ...key, classId: pupil.classId });
    const at = platform.clock.now();
    const revision = await updatePupilYear(tx, { ...key, ...request, at, by: actor.fullName });
    if (revision === undefined) throw savedByAnother();
    const subject = { kind: 'pupilYear', id: `${pupil.recordId}/${request.schoolYear}` };
    await writeAudit(tx, {
      schoolId: actor.schoolId,
      by: actor,
      at,
      action: 'savePupilYear',
      subject,
      details: { fields },
    });
    return revision;
  });
}

interface Saving {
  readonly actor: Actor;
  readonly pupil: StudentOfYear;
  readonly schoolYear: string;
  readonly fields: readonly string[];
}

/** The principal's decision is the principal's; everything else is the homeroom teacher's. */
async function authorise(tx: Tx, { actor, pupil, schoolYear, fields }: Saving): Promise<void> {
  const duties = await loadDuties(tx, actor, schoolYear);
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
