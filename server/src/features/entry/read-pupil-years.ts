import { labelOf, primaryEducationResults, yearResultOf } from '@hocba/record';
import type { Actor } from '../../platform/actor.ts';
import { notFound, permit } from '../../platform/app-error.ts';
import type { Platform } from '../../platform/platform.ts';
import { getClass, getStudentOfYear, listStudents, loadDuties } from '../enrolment/index.ts';
import { mayDecidePromotion, mayEnterPupilYear, mayReadClass } from './entry.policy.ts';
import { findPupilYear, findRelease, listPupilYears } from './entry.store.ts';
import { closedBy, listFrozen } from './open-for-entry.ts';
import { evaluatePupil, type PupilInClass, type Readiness } from './pupil-outcome.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';
import { latestSheets, type PreparedSheet } from './sheets-without-facts.ts';
import { listWithdrawn } from './withdrawn-sheet.ts';

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
    const withdrawn = await listWithdrawn(tx, key);
    const unentered = students.map(({ studentId }) => studentId).filter((studentId) => !years.has(studentId));
    const prepared = await latestSheets(tx, { ...key, studentIds: unentered });
    const pupils = students.map((student) => {
      const { studentId } = student;
      const sheet = prepared.get(studentId);
      const facts = years.get(studentId)?.facts;
      const line = sheet ? preparedLine(sheet) : enteredLine(facts, { student, ...schoolClass });
      return {
        recordId: student.recordId,
        fullName: student.profile.fullName,
        birthDate: student.profile.birthDate,
        gender: student.profile.gender,
        ...line,
        readiness: frozen.has(studentId) ? ('carriedOver' as const) : line.readiness,
        withdrawn: withdrawn.get(studentId) ?? null,
      };
    });
    return { classId: of.classId, name: schoolClass.name, grade: schoolClass.grade, released: release ?? null, pupils };
  });
}

/** What the class list says of a pupil; `awaitingFile`: the sheet that came finished was withdrawn, the next has not come. */
interface PupilLine {
  readonly readiness: Readiness | 'awaitingFile';
  /** In words. */
  readonly result: string | null;
  readonly open: number;
  readonly warnings: number;
  readonly prepared: boolean;
}

function enteredLine(facts: PupilYearFacts | undefined, pupil: PupilInClass): PupilLine {
  if (!facts) return { readiness: 'problems', result: null, open: 1, warnings: 0, prepared: false };
  const { outcome, readiness } = evaluatePupil(facts, pupil);
  const { level } = outcome.result;
  return {
    readiness,
    result: level && labelOf(primaryEducationResults, level),
    open: outcome.missing.length + outcome.errors.length,
    warnings: outcome.warnings.length,
    prepared: false,
  };
}

function preparedLine({ content }: PreparedSheet): PupilLine {
  return { readiness: 'awaitingFile', result: yearResultOf(content), open: 0, warnings: 0, prepared: true };
}

/**
 * One pupil's year: as entered, with the outcome, its reasons, and what the reader may do next; or the sheet that came
 * finished, only to be read.
 */
export async function readPupilYear(platform: Platform, actor: Actor, of: { schoolYear: string; recordId: string }) {
  return platform.database.transaction(actor, async (tx) => {
    const pupil = await getStudentOfYear(tx, { schoolId: actor.schoolId, ...of });
    const duties = await loadDuties(tx, actor, of.schoolYear);
    permit(mayReadClass(actor, duties, pupil.classId));
    const key = { schoolId: actor.schoolId, schoolYear: of.schoolYear, studentId: pupil.studentId };
    const year = await findPupilYear(tx, key);
    const { studentId, recordId, classId, className, grade, profile } = pupil;
    const withdrawn = (await listWithdrawn(tx, key)).get(studentId) ?? null;
    const who = { recordId, classId, className, grade, profile, withdrawn };
    if (!year) {
      const sheet = (await latestSheets(tx, { ...key, studentIds: [studentId] })).get(studentId);
      if (!sheet) throw notFound('kết quả của học sinh này');
      return { kind: 'prepared' as const, ...who, sheet };
    }
    const judged = evaluatePupil(year.facts, { student: pupil, schoolYear: of.schoolYear, grade: pupil.grade });
    const { outcome, readiness } = judged;
    const closed = await closedBy(tx, { ...key, classId: pupil.classId, facts: year.facts, judged });
    return {
      kind: 'entered' as const,
      ...who,
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
