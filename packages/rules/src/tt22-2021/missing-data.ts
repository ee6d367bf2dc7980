import { labelOf } from '@hocba/record';
import type { Datum, MissingDatum } from '../reason.ts';
import { averageDatum } from './academic-facts.ts';
import { regularScoresDue, requiredCommentAssessments } from './regular-scores.ts';
import { compulsorySubjects, secondarySubjects } from './secondary-subjects.ts';
import type {
  CommentedSemester,
  ScoredSemester,
  SecondarySubjectInput,
  SecondaryYearInput,
} from './secondary-year-input.ts';
import { regularEntries, type Semester } from './subject-results.ts';
import { missingOfTraining } from './summer-training.ts';

const semesterLabels = { first: 'học kì I', second: 'học kì II' } as const;

/** What one semester's result still lacks; rows in the order they are given. @law TT22/2021 Đ6, Đ7, Đ9 */
export function missingInSemester(input: SecondaryYearInput, semester: Semester): readonly MissingDatum[] {
  return [
    ...missingSubjects(input),
    ...input.subjects.filter((row) => row.exempted !== true).flatMap((row) => missingInRow(row, semester, input)),
  ];
}

/** What the year still lacks: both semesters, unless the year's result was given directly; conduct; absences. @law TT22/2021 Đ9, Đ12 */
export function missingInYear(input: SecondaryYearInput): readonly MissingDatum[] {
  const rows = input.subjects.filter((row) => row.exempted !== true && !yearGiven(row));
  return [
    ...missingSubjects(input),
    ...rows.flatMap((row) => [...missingInRow(row, 'first', input), ...missingInRow(row, 'second', input)]),
    ...missingConduct(input),
    ...missingAbsences(input),
    ...missingOfTraining(input.summerTraining),
  ];
}

function yearGiven(row: SecondarySubjectInput): boolean {
  return row.form === 'byScore' ? row.yearAverageTenths !== undefined : row.yearResult !== undefined;
}

function missingSubjects({ grade, subjects }: SecondaryYearInput): readonly MissingDatum[] {
  return compulsorySubjects(grade)
    .filter((subject) => !subjects.some((row) => row.subject === subject))
    .map((subject) => missing(averageDatum(subject), `Chưa có kết quả ${labelOf(secondarySubjects, subject)}`));
}

function missingInRow(
  row: SecondarySubjectInput,
  semester: Semester,
  input: SecondaryYearInput,
): readonly MissingDatum[] {
  if (row.form === 'byScore') {
    const required = regularScoresDue(row.subject, input.grade);
    return missingScores(row[semester], required).map((what) => blank(row, semester, what));
  }
  return missingAssessments(row[semester]).map((what) => blank(row, semester, what));
}

function missingScores(semester: ScoredSemester | null, required: number): readonly Gap[] {
  if (semester === null) return [{ what: 'điểm' }];
  if ('averageTenths' in semester) return [];
  const regular = regularEntries(semester).length;
  return [
    ...(regular < required ? [{ what: 'điểm đánh giá thường xuyên', entered: regular, required }] : []),
    ...(semester.midterm === null ? [{ what: 'điểm đánh giá giữa kì' }] : []),
    ...(semester.endOfTerm === null ? [{ what: 'điểm đánh giá cuối kì' }] : []),
  ];
}

function missingAssessments(semester: CommentedSemester | null): readonly Gap[] {
  if (semester === null) return [{ what: 'kết quả' }];
  if ('result' in semester) return [];
  const entered = semester.assessments.filter((assessment) => assessment !== null).length;
  const required = requiredCommentAssessments;
  return entered < required ? [{ what: 'số lần đánh giá', entered, required }] : [];
}

/** What a semester lacks; with numbers where some of it is there. */
interface Gap {
  readonly what: string;
  readonly entered?: number;
  readonly required?: number;
}

function blank({ subject }: SecondarySubjectInput, semester: Semester, { what, entered, required }: Gap): MissingDatum {
  const datum = averageDatum(subject);
  const where = `${what} ${semesterLabels[semester]} của ${datum.label}`;
  const sentence =
    entered === undefined ? `Chưa có ${where}` : `Chưa đủ ${where} (có ${entered}, cần ${required ?? ''})`;
  return missing(datum, sentence);
}

function missingConduct({ conduct }: SecondaryYearInput): readonly MissingDatum[] {
  return (['first', 'second'] as const)
    .filter((semester) => conduct[semester] === null)
    .map((of) => {
      const label = `Rèn luyện ${semesterLabels[of]}`;
      return missing({ kind: 'conduct', of, label }, `Chưa có kết quả rèn luyện ${semesterLabels[of]}`);
    });
}

function missingAbsences({ absentHalfDays }: SecondaryYearInput): readonly MissingDatum[] {
  if (absentHalfDays !== null) return [];
  return [
    missing(
      { kind: 'absence', of: '', label: 'Số buổi nghỉ học' },
      'Chưa có đủ số buổi nghỉ học cả năm, có phép và không phép',
    ),
  ];
}

function missing(datum: Datum, sentence: string): MissingDatum {
  return { ...datum, sentence: `${sentence}: cần nhập trước khi xét kết quả.` };
}
