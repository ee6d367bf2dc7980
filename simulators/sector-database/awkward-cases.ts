import type { PrimarySubject } from '@hocba/record';
import { conclude } from './build-results.ts';
import { longComment, subjectComment } from './comments.ts';
import type { Pupil, SchoolData, SubjectRow, SupplementaryResult, YearResult } from './school-data.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What real registers hold and tidy samples do not; each names the class whose pupil carries it. */
export const awkwardCases = {
  temporaryCode: { classCode: '2B', place: 3, what: 'no số định danh cá nhân yet: a temporary code' },
  birthMonthOnly: { classCode: '1C', place: 5, what: 'birth date known to the month' },
  birthYearOnly: { classCode: '1C', place: 9, what: 'birth date known to the year' },
  individualPlan: { classCode: '3C', place: 7, what: 'disability with an individual plan, two subjects not assessed' },
  disabilityCommonRules: { classCode: '4B', place: 2, what: 'disability, assessed by the common rules' },
  completedInAugust: {
    classCode: '4A',
    place: 4,
    what: 'not completed in June, completes by supplementary assessment',
  },
  promotedByPrincipal: { classCode: '3D', place: 6, what: 'still not completed in August, promoted by the principal' },
  retained: { classCode: '2D', place: 8, what: 'not completed in August, not promoted' },
  left: { classCode: '5B', place: 10, what: 'left for another school in January: no year-end results' },
  leadingZeros: { classCode: '3B', place: 1, what: 'moved in from Hà Nội: codes that start with zeros' },
  decomposed: { classCode: '2A', place: 2, what: 'name and comment in decomposed Unicode (NFD)' },
  trailingBlanks: { classCode: '2C', place: 3, what: 'blanks around and inside the name, line breaks after a comment' },
  longComment: { classCode: '5A', place: 1, what: 'a comment of 1,500 characters' },
} as const satisfies Record<string, AwkwardPlace>;

interface AwkwardPlace {
  readonly classCode: string;
  /** 1-based in the class list. */
  readonly place: number;
  readonly what: string;
}

export type AwkwardCase = keyof typeof awkwardCases;

/** Who carries which case; only meaningful for a school that has those classes. */
export type AwkwardPupils = Readonly<Record<AwkwardCase, string>>;

/** Plants every case; the one who left is added, so the year's end keeps its number of pupils. */
export function plantAwkwardCases(data: SchoolData, random: SeededRandom): { data: SchoolData; pupils: AwkwardPupils } {
  const chosen = Object.fromEntries(
    Object.entries(awkwardCases).map(([name, place]) => [name, pupilAt(data, place).studentId]),
  ) as Record<AwkwardCase, string>;
  const left = leaver(pupilAt(data, awkwardCases.left), data);
  const movedInId = '0104567891';
  const pupils = data.pupils.map((pupil) => awkwardPupil(pupil, chosen, movedInId));
  const results = data.results.map((result) => awkwardResult(result, { chosen, movedInId, random }));
  const supplementary = supplementaryResults(results, chosen, random);
  return {
    data: { ...data, pupils: insertAfter(pupils, chosen.left, left), results, supplementary },
    pupils: { ...chosen, left: left.studentId, leadingZeros: movedInId },
  };
}

function pupilAt(data: SchoolData, { classCode, place }: AwkwardPlace): Pupil {
  const pupil = data.pupils.filter((one) => one.classCode === classCode)[place - 1];
  if (!pupil) throw new RangeError(`no pupil ${place} in ${classCode}`);
  return pupil;
}

function leaver(neighbour: Pupil, data: SchoolData): Pupil {
  return {
    ...neighbour,
    studentId: `${neighbour.studentId.slice(0, 5)}90001`,
    fullName: 'Trần Hữu Nghĩa Hiệp',
    gender: 'male',
    personalId: '094215900001',
    birthDate: '2015-02-17',
    fatherName: 'Trần Văn Hòa Thuận',
    status: 'Chuyển đi',
    statusOn: '2026-01-12',
    registerNumber: `${data.pupils.length + 1}/2021`,
  };
}

function insertAfter(pupils: readonly Pupil[], studentId: string, extra: Pupil): Pupil[] {
  return pupils.flatMap((pupil) => (pupil.studentId === studentId ? [pupil, extra] : [pupil]));
}

function awkwardPupil(pupil: Pupil, chosen: AwkwardPupils, movedInId: string): Pupil {
  switch (pupil.studentId) {
    case chosen.temporaryCode:
      return { ...pupil, personalId: null, temporaryCode: 'TAM9200000017' };
    case chosen.birthMonthOnly:
      return { ...pupil, birthDate: pupil.birthDate.slice(0, 7) };
    case chosen.birthYearOnly:
      return { ...pupil, birthDate: pupil.birthDate.slice(0, 4) };
    case chosen.individualPlan:
      return { ...pupil, disability: 'Khuyết tật trí tuệ', individualEducationPlan: true };
    case chosen.disabilityCommonRules:
      return { ...pupil, disability: 'Khuyết tật vận động' };
    case chosen.leadingZeros: {
      const century = pupil.gender === 'male' ? 2 : 3;
      const personalId = `001${century}${pupil.birthDate.slice(2, 4)}000007`;
      return { ...pupil, studentId: movedInId, personalId, status: 'Chuyển đến', statusOn: '2025-10-06' };
    }
    case chosen.decomposed:
      return {
        ...pupil,
        fullName: pupil.fullName.normalize('NFD'),
        homeTown: pupil.homeTown?.normalize('NFD') ?? null,
      };
    case chosen.trailingBlanks:
      return { ...pupil, fullName: `  ${pupil.fullName.replace(' ', '  ')}\u00a0 ` };
    default:
      return pupil;
  }
}

interface Planting {
  readonly chosen: AwkwardPupils;
  readonly movedInId: string;
  readonly random: SeededRandom;
}

function awkwardResult(result: YearResult, { chosen, movedInId, random }: Planting): YearResult {
  switch (result.studentId) {
    case chosen.individualPlan:
      return byIndividualPlan(result);
    case chosen.completedInAugust:
    case chosen.promotedByPrincipal:
    case chosen.retained:
      return notCompleted(result, random);
    case chosen.leadingZeros:
      return { ...result, studentId: movedInId };
    case chosen.decomposed:
      return { ...result, qualitiesComment: result.qualitiesComment.normalize('NFD') };
    case chosen.trailingBlanks:
      return { ...result, generalComment: `${result.generalComment}  \r\n` };
    case chosen.longComment: {
      const vietnamese = rowOf(result, 'vietnamese');
      return withRow(result, 'vietnamese', { ...vietnamese, comment: longComment(random, 1500) });
    }
    default:
      return result;
  }
}

/** @law TT27/2020 Đ8 */
function byIndividualPlan(result: YearResult): YearResult {
  const comment = 'Theo kế hoạch giáo dục cá nhân: em có tiến bộ, biết làm theo hướng dẫn của cô.';
  const none = { level: null, score: null, comment };
  const planned = withRow(withRow(result, 'mathematics', none), 'foreignLanguage', none);
  return {
    ...planned,
    conclusion: { educationResult: null, gradeCompleted: true, promoted: true, commendation: null },
  };
}

function notCompleted(result: YearResult, random: SeededRandom): YearResult {
  const failed = withRow(result, 'mathematics', {
    level: 'C',
    score: 3,
    comment: subjectComment(random, 'mathematics', 'C'),
  });
  return { ...failed, conclusion: conclude(failed, false) };
}

function supplementaryResults(
  results: readonly YearResult[],
  chosen: AwkwardPupils,
  random: SeededRandom,
): SupplementaryResult[] {
  const of = (studentId: string, passed: boolean, promoted: boolean): SupplementaryResult[] =>
    results
      .filter((result) => result.studentId === studentId)
      .map((result) => {
        const retried: SubjectRow = {
          level: passed ? 'H' : 'C',
          score: passed ? random.between(5, 6) : 4,
          comment: '',
        };
        const conclusion = { ...conclude(withRow(result, 'mathematics', retried), false), promoted };
        const { classCode } = result;
        return {
          studentId,
          classCode,
          subject: 'mathematics',
          level: passed ? 'H' : 'C',
          score: retried.score,
          assessedOn: '2026-08-06',
          conclusion,
        };
      });
  return [
    ...of(chosen.retained, false, false),
    ...of(chosen.promotedByPrincipal, false, true),
    ...of(chosen.completedInAugust, true, true),
  ];
}

function rowOf(result: YearResult, subject: PrimarySubject): SubjectRow {
  return result.subjects.get(subject) ?? { level: null, score: null, comment: '' };
}

function withRow(result: YearResult, subject: PrimarySubject, row: SubjectRow): YearResult {
  return { ...result, subjects: new Map(result.subjects).set(subject, row) };
}
