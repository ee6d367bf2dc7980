import { type ContinuingYearSheet, labelOf, promotionManners } from '@hocba/record';
import { type LawCitation, type Reason, reason } from '../reason.ts';
import type { RuleFinding } from '../rule-finding.ts';
import { dataFindings, difference, type Statement } from '../statement.ts';
import { absenceLimit } from '../tt22-2021/promotion.ts';
import { secondaryLevels } from '../tt22-2021/secondary-levels.ts';
import { inputOfSecondaryRows } from '../tt22-2021/sheet-input.ts';
import { rowStatements } from '../tt22-2021/sheet-row-statements.ts';
import type { ContinuingYearOutcome } from './continuing-year.ts';
import { evaluateContinuingYear } from './evaluate-continuing-year.ts';

const law: LawCitation = 'TT43/2021 Đ11';

/**
 * What a learner's sheet says against TT43/2021 as far as its text was at hand: averages, conduct, and promotion by the
 * levels that the centre itself states. The levels of academic result are not judged: their thresholds are not confirmed.
 */
export function checkContinuingSheet(sheet: ContinuingYearSheet): readonly RuleFinding[] {
  const outcome = evaluateContinuingYear(inputOfSecondaryRows(sheet));
  const warnings = outcome.warnings.filter(({ code }) => code !== 'reassessmentNotComputed');
  const data = dataFindings({ ...outcome, warnings }, 'TT43/2021');
  const statements = [
    ...rowStatements(sheet, outcome.subjects, { byScore: 'TT43/2021', byComment: 'TT43/2021' }),
    ...conductStatements(sheet, outcome),
    ...promotionStatements(sheet),
    ...completionStatements(sheet),
  ];
  return [...data, ...statements.flatMap(difference), ...levelNotJudged(sheet)];
}

/** Said wherever the centre states a level, so that nobody takes it for judged. */
function levelNotJudged({ conclusion }: ContinuingYearSheet): readonly RuleFinding[] {
  const { year } = conclusion.academic;
  if (year === null) return [];
  const stated = labelOf(secondaryLevels, year);
  const sentence = `Kết quả học tập cả năm: học bạ ghi “${stated}”; mức này không được đối chiếu, vì ngưỡng xếp mức của Thông tư 43/2021/TT-BGDĐT chưa được xác nhận từ văn bản (TT43/2021).`;
  const of = { code: 'levelNotJudged', severity: 'warning', law: 'TT43/2021' } as const;
  return [{ ...of, sentence, stated, computed: null, reasons: [] }];
}

function conductStatements(
  { conclusion }: ContinuingYearSheet,
  { conduct }: ContinuingYearOutcome,
): readonly Statement[] {
  if (conduct.year === null) return [];
  const stated = conclusion.conduct.year;
  const label = (level: typeof stated) => (level === null ? 'để trống' : labelOf(secondaryLevels, level));
  const what = 'Kết quả rèn luyện cả năm';
  return [
    { code: 'conduct', law: 'TT43/2021', what, stated: label(stated), computed: label(conduct.year), reasons: [] },
  ];
}

/** Được lên lớp or not, by the sheet's own levels and absences, unless the director decided it alone. */
function promotionStatements({ conclusion }: ContinuingYearSheet): readonly Statement[] {
  if (conclusion.principalReason !== null) return [];
  const obstacle = obstacleIn(conclusion);
  if (obstacle === 'unknown') return [];
  const stated = conclusion.promotion;
  const computed = obstacle === null ? (stated === 'retained' ? 'promoted' : stated) : 'retained';
  const label = (manner: typeof stated) => labelOf(promotionManners, manner);
  const reasons: readonly Reason[] = obstacle === null ? [] : [reason(law, `Không được lên lớp vì ${obstacle}`)];
  return [{ code: 'promotion', law, what: 'Lên lớp', stated: label(stated), computed: label(computed), reasons }];
}

/** What stands against promotion; `null`: nothing; `unknown` while a level is not stated. */
function obstacleIn({ absentHalfDays, conduct, academic }: ContinuingYearSheet['conclusion']): string | null {
  const absences = absentHalfDays.withLeave + absentHalfDays.withoutLeave;
  if (absences > absenceLimit) return `nghỉ ${absences} buổi, quá ${absenceLimit} buổi`;
  const [behaviour, learning] = [conduct.afterSummer ?? conduct.year, academic.afterSummer ?? academic.year];
  if (behaviour === 'notAchieved') return 'rèn luyện Chưa đạt';
  if (learning === 'notAchieved') return 'học tập Chưa đạt';
  return behaviour === null || learning === null ? 'unknown' : null;
}

function completionStatements({ grade, conclusion }: ContinuingYearSheet): readonly Statement[] {
  const completed = (grade === 9 || grade === 12) && conclusion.promotion !== 'retained';
  const inWords = (value: boolean) => (value ? 'có' : 'không');
  const what = 'Hoàn thành chương trình cấp học';
  const stated = inWords(conclusion.levelCompleted);
  return [{ code: 'levelCompleted', law, what, stated, computed: inWords(completed), reasons: [] }];
}
