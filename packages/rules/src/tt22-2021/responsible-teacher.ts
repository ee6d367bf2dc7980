import { type DataProblem, listInWords } from '../reason.ts';
import { averageDatum } from './academic-facts.ts';
import type { SecondarySubject } from './secondary-subjects.ts';

/** Subjects of several parts that several teachers may share: one result, one responsible signature. @law TT22/2021 Đ19 */
export const multiTeacherSubjects: readonly SecondarySubject[] = [
  'naturalSciences',
  'historyGeography',
  'arts',
  'experientialActivities',
];

/** Who teaches a subject in one class, and who answers for its one result. */
export interface TeachingOfSubject {
  readonly subject: SecondarySubject;
  /** Mã định danh of every teacher; one may teach several parts. */
  readonly teachers: readonly string[];
  /** The one the principal named to consolidate and record; `null`: nobody named. */
  readonly responsible: string | null;
  /** Teachers who sign beside the responsible one, where the school wants it. */
  readonly coSigners: readonly string[];
}

export const responsibleTeacherProblemCodes = [
  'nobodyTeaches',
  'severalTeachers',
  'responsibleNotNamed',
  'responsibleDoesNotTeach',
  'coSignerDoesNotTeach',
] as const;

/** The one signatory of a subject's row: the named teacher, or the only one; `null` while that is open. @law TT22/2021 Đ19 */
export function responsibleTeacher(teaching: TeachingOfSubject): string | null {
  const { teachers, responsible } = teaching;
  if (responsible !== null) return teachers.includes(responsible) ? responsible : null;
  return teachers.length === 1 ? (teachers[0] ?? null) : null;
}

/** What must be settled before the row can be signed. @law TT22/2021 Đ19 */
export function responsibleTeacherProblems(teaching: TeachingOfSubject): readonly DataProblem[] {
  const { subject, teachers, responsible, coSigners } = teaching;
  const { label } = averageDatum(subject);
  if (teachers.length === 0)
    return [found(subject, 'nobodyTeaches', `Chưa phân công giáo viên ${label}: phân công giáo viên`)];
  const strangers = coSigners.filter((teacher) => !teachers.includes(teacher));
  return [
    ...(teachers.length > 1 && !multiTeacherSubjects.includes(subject)
      ? [
          found(
            subject,
            'severalTeachers',
            `${label} có ${teachers.length} giáo viên, nhưng không phải môn nhiều phân môn: kiểm tra lại phân công`,
          ),
        ]
      : []),
    ...(teachers.length > 1 && responsible === null
      ? [
          found(
            subject,
            'responsibleNotNamed',
            `${label} có ${teachers.length} giáo viên nhưng hiệu trưởng chưa giao người tổng hợp, ghi và ký kết quả: chọn một người`,
          ),
        ]
      : []),
    ...(responsible !== null && !teachers.includes(responsible)
      ? [
          found(
            subject,
            'responsibleDoesNotTeach',
            `Người chịu trách nhiệm ${label} không dạy môn này ở lớp: chọn một giáo viên đang dạy`,
          ),
        ]
      : []),
    ...(strangers.length > 0
      ? [
          found(
            subject,
            'coSignerDoesNotTeach',
            `Người cùng ký ${listInWords(strangers)} không dạy ${label} ở lớp: bỏ khỏi danh sách`,
          ),
        ]
      : []),
  ];
}

function found(
  subject: SecondarySubject,
  code: (typeof responsibleTeacherProblemCodes)[number],
  sentence: string,
): DataProblem {
  const law = 'TT22/2021 Đ19';
  const severity = code === 'severalTeachers' ? 'warning' : 'error';
  return { ...averageDatum(subject), code, severity, law, sentence: `${sentence} (${law}).` };
}
