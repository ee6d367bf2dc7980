import type { Actor } from '../../platform/actor.ts';
import { notFound, permit } from '../../platform/app-error.ts';
import type { Platform } from '../../platform/platform.ts';
import { getClass, getStudentOfYear, listStudents, loadDuties } from '../enrolment/index.ts';
import { mayDecidePromotion, mayEnterPupilYear, mayReadClass } from './entry.policy.ts';
import { findPupilYear, findRelease, listPupilYears } from './entry.store.ts';
import { closedBy, listFrozen } from './open-for-entry.ts';
import { evaluatePupil } from './pupil-outcome.ts';

/** A class as its teacher works it off: one line a pupil, with what still stands in the way. */
export async function readClassEntry(platform: Platform, actor: Actor, of: { schoolYear: string; classId: string }) {
  return platform.database.transaction(actor, async (tx) => {
    const key = { schoolId: actor.schoolId, ...of };
    permit(mayReadClass(actor, await loadDuties(tx, actor, of.schoolYear), of.classId));
    const schoolClass = await getClass(tx, key);
    const students = await listStudents(tx, key);
    const years = await listPupilYears(tx, key);
    const frozen = await listFrozen(tx, key);
    const release = await findRelease(tx, key);
    const pupils = students.map((student) => {
      const year = years.get(student.studentId);
      const judged =
        year && evaluatePupil(year.facts, { student, schoolYear: of.schoolYear, grade: schoolClass.grade });
      return {
        recordId: student.recordId,
        fullName: student.profile.fullName,
        birthDate: student.profile.birthDate,
        gender: student.profile.gender,
        readiness: frozen.has(student.studentId) ? 'carriedOver' : (judged?.readiness ?? 'problems'),
        result: judged?.outcome.result.level ?? null,
        open: judged ? judged.outcome.missing.length + judged.outcome.errors.length : 1,
        warnings: judged?.outcome.warnings.length ?? 0,
      };
    });
    return { classId: of.classId, name: schoolClass.name, grade: schoolClass.grade, released: release ?? null, pupils };
  });
}

/** One pupil's year for the entry screen, with the outcome, its reasons, and what the reader may do next. */
export async function readPupilYear(platform: Platform, actor: Actor, of: { schoolYear: string; recordId: string }) {
  return platform.database.transaction(actor, async (tx) => {
    const pupil = await getStudentOfYear(tx, { schoolId: actor.schoolId, ...of });
    const duties = await loadDuties(tx, actor, of.schoolYear);
    permit(mayReadClass(actor, duties, pupil.classId));
    const key = { schoolId: actor.schoolId, schoolYear: of.schoolYear, studentId: pupil.studentId };
    const year = await findPupilYear(tx, key);
    if (!year) throw notFound('kết quả của học sinh này');
    const judged = evaluatePupil(year.facts, { student: pupil, schoolYear: of.schoolYear, grade: pupil.grade });
    const { outcome, readiness } = judged;
    const closed = await closedBy(tx, { ...key, classId: pupil.classId, facts: year.facts, judged });
    return {
      recordId: pupil.recordId,
      classId: pupil.classId,
      className: pupil.className,
      grade: pupil.grade,
      profile: pupil.profile,
      ...year,
      outcome,
      readiness: closed === 'frozen' ? ('carriedOver' as const) : readiness,
      closed,
      may: {
        edit: closed === null && mayEnterPupilYear(duties, pupil.classId).allowed,
        decidePromotion: closed === null && mayDecidePromotion(actor).allowed,
      },
    };
  });
}
