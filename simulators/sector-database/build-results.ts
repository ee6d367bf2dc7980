import type { CoreCompetence, CoreQuality, PrimarySubject } from '@hocba/record';
import { coreCompetences, coreQualities } from '@hocba/record';
import {
  generalCompetencesComment,
  introductoryComment,
  qualitiesComment,
  specificCompetencesComment,
  subjectComment,
} from './comments.ts';
import type { Conclusion, Grade, QualityLetter, SubjectLetter, SubjectRow, YearResult } from './school-data.ts';
import type { SeededRandom } from './seeded-random.ts';
import { taughtSubjects, yearEndOf } from './taught-subjects.ts';

export interface AssessedPupil {
  readonly studentId: string;
  readonly classCode: string;
  readonly grade: Grade;
  readonly ethnicLanguage: boolean;
}

/** A year's end for one pupil: one hidden ability drives levels, scores and comments together. */
export function assess(pupil: AssessedPupil, random: SeededRandom): YearResult {
  const ability = random.bell();
  const subjects = new Map<PrimarySubject, SubjectRow>();
  for (const subject of taughtSubjects(pupil))
    subjects.set(subject, subjectRow(random, { subject, ability, grade: pupil.grade }));
  const letter = (): QualityLetter => (ability + random.bell() * 0.25 > -0.35 ? 'T' : 'Đ');
  const qualities = new Map<CoreQuality, QualityLetter | null>(coreQualities.map(({ id }) => [id, letter()]));
  const competences = new Map<CoreCompetence, QualityLetter | null>(
    coreCompetences.map(({ id }) => [id, isAssessed(id, pupil.grade) ? letter() : null]),
  );
  const result = {
    studentId: pupil.studentId,
    classCode: pupil.classCode,
    subjects,
    qualities,
    qualitiesComment: qualitiesComment(random, lowest(qualities.values())),
    competences,
    generalComment: generalCompetencesComment(random, lowest([...competences.values()].slice(0, 3))),
    specificComment: specificCompetencesComment(random, lowest([...competences.values()].slice(3))),
    absentWithLeave: random.chance(0.55) ? random.between(0, 6) : 0,
    absentWithoutLeave: random.chance(0.06) ? random.between(1, 2) : 0,
    ...bodyMeasures(random, pupil.grade),
  };
  return { ...result, conclusion: conclude(result, random.chance(0.4)) };
}

interface SubjectSituation {
  readonly subject: PrimarySubject;
  readonly ability: number;
  readonly grade: Grade;
}

function subjectRow(random: SeededRandom, { subject, ability, grade }: SubjectSituation): SubjectRow {
  const yearEnd = yearEndOf(subject, grade);
  if (yearEnd === 'commentOnly') return { level: null, score: null, comment: introductoryComment(random) };
  if (yearEnd === 'test') {
    const score = clamp(Math.round(8.6 + ability * 1.05 + random.bell() * 0.55), 5, 10);
    const level = score >= 9 || (score >= 7 && ability > 0) ? 'T' : 'H';
    return { level, score, comment: subjectComment(random, subject, level) };
  }
  const level: SubjectLetter = ability + random.bell() * 0.2 > -0.25 ? 'T' : 'H';
  return { level, score: null, comment: subjectComment(random, subject, level) };
}

/** Công nghệ and Tin học are not assessed before grade 3. */
function isAssessed(competence: CoreCompetence, grade: Grade): boolean {
  return grade >= 3 || (competence !== 'technology' && competence !== 'informatics');
}

function lowest(letters: Iterable<QualityLetter | null>): QualityLetter {
  const all = [...letters];
  return all.includes('C') ? 'C' : all.includes('Đ') ? 'Đ' : 'T';
}

/** What the school's own software concludes. @law TT27/2020 Đ9.2.a, Đ13 */
export function conclude(
  result: Pick<YearResult, 'subjects' | 'qualities' | 'competences'>,
  recognisedByClass: boolean,
): Conclusion {
  const educationResult = educationResultOf(result);
  const completed = educationResult !== 'Chưa hoàn thành';
  const exemplary = educationResult === 'Hoàn thành tốt' && recognisedByClass;
  return {
    educationResult,
    gradeCompleted: completed,
    promoted: completed,
    commendation:
      educationResult === 'Hoàn thành xuất sắc'
        ? 'Học sinh Xuất sắc'
        : exemplary
          ? 'Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện'
          : null,
  };
}

function educationResultOf(result: Pick<YearResult, 'subjects' | 'qualities' | 'competences'>): string {
  const rows = [...result.subjects.values()];
  const levels = rows.map((row) => row.level).filter((level) => level !== null);
  const scores = rows.map((row) => row.score).filter((score) => score !== null);
  const letters = [...result.qualities.values(), ...result.competences.values()].filter((letter) => letter !== null);
  const least = Math.min(...scores);
  if (levels.includes('C') || letters.includes('C') || least < 5) return 'Chưa hoàn thành';
  if (levels.includes('H') || letters.includes('Đ') || least < 7) return 'Hoàn thành';
  return least >= 9 ? 'Hoàn thành xuất sắc' : 'Hoàn thành tốt';
}

function bodyMeasures(random: SeededRandom, grade: Grade): { height: number; weight: number } {
  const height = tenths(112 + grade * 5.6 + random.bell() * 4.5);
  return { height, weight: tenths(17 + grade * 3.2 + (height - 112 - grade * 5.6) * 0.4 + random.bell() * 3) };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
