import { labelOf, promotionManners } from '@hocba/record';
import type { RuleFinding } from '../rule-finding.ts';
import { dataFindings, difference, type Statement } from '../statement.ts';
import { evaluateSecondaryYear } from './evaluate-secondary-year.ts';
import { type OtherReading, otherReadings } from './other-readings.ts';
import type { SecondaryParameters } from './parameters.ts';
import type { SecondaryYearOutcome } from './secondary-year-outcome.ts';
import { type GeneralSecondarySheet, inputOfSecondarySheet } from './sheet-input.ts';
import { sheetStatements } from './sheet-statements.ts';
import { titleFindings } from './sheet-titles.ts';
import { topicFindings } from './sheet-topics.ts';

/**
 * What a sheet of THCS or THPT says against what TT22/2021 makes of the sheet's own rows. Where the text leaves more
 * than one reading and the profile chose none, a statement that follows from another reading is a warning that names it.
 */
export function checkSecondarySheet(
  sheet: GeneralSecondarySheet,
  parameters: Partial<SecondaryParameters> = {},
): readonly RuleFinding[] {
  const input = inputOfSecondarySheet(sheet, parameters);
  const outcome = evaluateSecondaryYear(input);
  const differing = sheetStatements(sheet, outcome).filter(({ stated, computed }) => stated !== computed);
  const readings = differing.length + outcome.errors.length === 0 ? [] : otherReadings(input);
  const allowed = outcome.errors.length === 0 ? undefined : readings.find((other) => other.outcome.errors.length === 0);
  if (allowed !== undefined) return [allowedByReading(allowed), ...checkSecondarySheet(sheet, allowed.parameters)];
  return [
    ...dataFindings(outcome, 'TT22/2021 Đ9'),
    ...topicFindings(sheet),
    ...differing.flatMap((statement) => byOtherReading(sheet, statement, readings) ?? difference(statement)),
    ...openFindings(sheet, outcome),
    ...titleFindings(sheet, outcome, () => otherReadings(input)),
  ];
}

/** Data that only another reading allows: the sheet is then checked under that one. */
function allowedByReading({ words }: OtherReading): RuleFinding {
  const law = 'TT22/2021 Đ14';
  const sentence = `Học bạ có kết quả không hợp lệ theo quy ước đang dùng, nhưng hợp lệ theo cách hiểu khác của quy định – ${words} (${law}).`;
  return { code: 'otherReading', severity: 'warning', law, sentence, stated: null, computed: null, reasons: [] };
}

function byOtherReading(
  sheet: GeneralSecondarySheet,
  { code, law, what, stated, computed, reasons }: Statement,
  readings: readonly OtherReading[],
): readonly RuleFinding[] | undefined {
  const fitting = readings.find(({ outcome }) =>
    sheetStatements(sheet, outcome).some((other) => other.what === what && other.computed === stated),
  );
  if (fitting === undefined) return undefined;
  const sentence = `${what}: học bạ ghi “${stated}”, theo quy ước đang dùng thì là “${computed}”; học bạ đúng với cách hiểu khác của quy định – ${fitting.words} (${law}).`;
  return [{ code, severity: 'warning', law, sentence, stated, computed, reasons }];
}

/** What the sheet states while its data leave it open: promotion before the summer's end, levels of a pupil not assessed in all. */
function openFindings(sheet: GeneralSecondarySheet, outcome: SecondaryYearOutcome): readonly RuleFinding[] {
  const { errors, missing, promoted, academic } = outcome;
  if (errors.length > 0 || missing.length > 0) return [];
  const spared = academic.year.level === null && sheet.conclusion.academic.year !== null;
  return [
    ...(promoted.manner === null ? [openPromotion(sheet, outcome)] : []),
    ...(spared ? [levelOfSpared(outcome)] : []),
  ];
}

/** Không được lên lớp is lawful for who did not come to the reassessment; nothing else may be said before it. */
function openPromotion({ conclusion }: GeneralSecondarySheet, { promoted }: SecondaryYearOutcome): RuleFinding {
  const law = 'TT22/2021 Đ12';
  const stated = labelOf(promotionManners, conclusion.promotion);
  const open = { law, stated, computed: null, reasons: promoted.reasons } as const;
  const why = promoted.reasons[0]?.sentence ?? '';
  if (conclusion.promotion === 'retained') {
    const sentence = `Lên lớp: học bạ ghi “${stated}” mà không có kết quả trong kì nghỉ hè; chỉ đúng nếu học sinh không tham gia. ${why}`;
    return { ...open, code: 'summerNotStated', severity: 'warning', sentence };
  }
  const sentence = `Lên lớp: học bạ ghi “${stated}”, nhưng theo dữ liệu trong học bạ thì chưa xét được (${law}). ${why}`;
  return { ...open, code: 'promotionOpen', severity: 'error', sentence };
}

function levelOfSpared({ academic }: SecondaryYearOutcome): RuleFinding {
  const law = 'TT22/2021 Đ11';
  const { reasons } = academic.year;
  const sentence = `Kết quả học tập cả năm: học bạ ghi một mức, nhưng theo kế hoạch giáo dục cá nhân có môn không được đánh giá nên không tính mức (${law}).`;
  return { code: 'levelOfSpared', severity: 'warning', law, sentence, stated: null, computed: null, reasons };
}
