import { labelOf, promotionManners } from '@hocba/record';
import type { Decision, LawCitation, Reason } from '../reason.ts';
import type { Statement } from '../statement.ts';
import { type SecondaryLevel, secondaryLevels } from './secondary-levels.ts';
import type { AcademicOutcome, SecondaryYearOutcome } from './secondary-year-outcome.ts';
import type { GeneralSecondarySheet } from './sheet-input.ts';
import { rowStatements } from './sheet-row-statements.ts';

/** Everything a sheet states that TT22/2021 gives, as far as its data give it. */
export function sheetStatements(sheet: GeneralSecondarySheet, outcome: SecondaryYearOutcome): readonly Statement[] {
  return [
    ...rowStatements(sheet, outcome.subjects, { byScore: 'TT22/2021 Đ9.1.b', byComment: 'TT22/2021 Đ9.1.a' }),
    ...conductStatements(sheet, outcome),
    ...academicStatements(sheet, outcome),
    ...promotionStatements(sheet, outcome),
    ...completionStatements(sheet, outcome),
  ];
}

/** @law TT22/2021 Đ8.2.b, Đ13 */
function conductStatements({ conclusion }: GeneralSecondarySheet, { conduct }: SecondaryYearOutcome) {
  if (conduct.year === null) return [];
  const { reasons } = conduct;
  const of = { code: 'conduct', law: 'TT22/2021 Đ8.2.b', what: 'Kết quả rèn luyện cả năm', reasons } as const;
  return [levelStatement(of, conclusion.conduct.year, conduct.year)];
}

/** The semesters, the year, and after reassessment; nothing of a level that the data do not give. @law TT22/2021 Đ9.2, Đ9.3, Đ14 */
function academicStatements({ conclusion }: GeneralSecondarySheet, { academic }: SecondaryYearOutcome) {
  const known = (what: string, stated: SecondaryLevel | null, outcome: AcademicOutcome) => {
    if (outcome.level === null) return [];
    const of = { code: 'academic', law: 'TT22/2021 Đ9.2', what, reasons: outcome.reasons } as const;
    return [levelStatement(of, stated, outcome.level)];
  };
  const { first, second, year, afterSummer } = conclusion.academic;
  return [
    ...known('Kết quả học tập học kì I', first, academic.first),
    ...known('Kết quả học tập học kì II', second, academic.second),
    ...known('Kết quả học tập cả năm', year, academic.year),
    ...(academic.year.level === null ? [] : [afterReassessment(afterSummer, academic.afterReassessment)]),
  ];
}

function afterReassessment(stated: SecondaryLevel | null, outcome: AcademicOutcome | null): Statement {
  const what = 'Kết quả học tập sau đánh giá lại';
  const of = { code: 'afterReassessment', law: 'TT22/2021 Đ14', what, reasons: outcome?.reasons ?? [] } as const;
  return levelStatement(of, stated, outcome?.level ?? null);
}

/** Where a person decided, the manner is that person's. @law TT22/2021 Đ12 */
function promotionStatements({ conclusion }: GeneralSecondarySheet, { promoted }: SecondaryYearOutcome) {
  const { promotion, principalReason } = conclusion;
  if (promoted.manner === null) return [];
  const decided = principalReason !== null && promotion !== 'retained' && promoted.holds === true;
  return [
    {
      code: 'promotion',
      law: 'TT22/2021 Đ12',
      what: 'Lên lớp',
      stated: labelOf(promotionManners, promotion),
      computed: labelOf(promotionManners, decided ? promotion : promoted.manner),
      reasons: promoted.reasons,
    } as const,
  ];
}

/** @law TT22/2021 Đ12.1 */
function completionStatements({ conclusion }: GeneralSecondarySheet, { levelCompleted }: SecondaryYearOutcome) {
  return completionStatement(conclusion.levelCompleted, levelCompleted, 'TT22/2021 Đ12.1');
}

function completionStatement(stated: boolean, { holds, reasons }: Decision, law: LawCitation): readonly Statement[] {
  if (holds === null) return [];
  const inWords = (value: boolean) => (value ? 'có' : 'không');
  const what = 'Hoàn thành chương trình cấp học';
  return [{ code: 'levelCompleted', law, what, stated: inWords(stated), computed: inWords(holds), reasons }];
}

interface LevelStatement {
  readonly code: string;
  readonly law: LawCitation;
  readonly what: string;
  readonly reasons: readonly Reason[];
}

function levelStatement(of: LevelStatement, stated: SecondaryLevel | null, computed: SecondaryLevel | null): Statement {
  const inWords = (level: SecondaryLevel | null) => (level === null ? 'để trống' : labelOf(secondaryLevels, level));
  return { ...of, stated: inWords(stated), computed: inWords(computed) };
}
