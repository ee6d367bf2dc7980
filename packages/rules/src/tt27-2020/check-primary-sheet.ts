import { commendations, type PrimaryEducationResult, type PrimaryYearSheet } from '@hocba/record';
import type { Decision, Reason } from '../reason.ts';
import type { RuleFinding } from '../rule-finding.ts';
import { dataFindings, difference, type Statement } from '../statement.ts';
import { evaluatePrimaryYear } from './evaluate-primary-year.ts';
import { educationResultLabel } from './labels.ts';
import type { PrimaryParameters } from './parameters.ts';
import type { PrimaryYearOutcome } from './primary-year-outcome.ts';
import { inputOfSheet } from './sheet-input.ts';

/** The sheet's conclusion against what TT27/2020 makes of the sheet's own rows. */
export function checkPrimarySheet(
  sheet: PrimaryYearSheet,
  parameters: Partial<PrimaryParameters> = {},
): readonly RuleFinding[] {
  const outcome = evaluatePrimaryYear(inputOfSheet(sheet, parameters));
  const data = dataFindings(outcome, 'TT27/2020 Đ9.2');
  const decided = outcome.gradeCompleted.holds !== null;
  return decided
    ? [...data, ...statements(sheet, outcome).flatMap(difference), ...titleFindings(sheet, outcome)]
    : data;
}

function statements(sheet: PrimaryYearSheet, outcome: PrimaryYearOutcome): readonly Statement[] {
  const { conclusion } = sheet;
  const { result, gradeCompleted, promoted, primaryCompleted } = outcome;
  return [
    resultStatement('educationResult', conclusion.educationResult, result.level, result.reasons),
    resultStatement('firstEducationResult', firstResultStated(sheet, outcome), result.firstLevel, result.reasons),
    flag('gradeCompleted', conclusion.gradeCompleted, gradeCompleted),
    flag('promoted', conclusion.promoted, promoted),
    flag('primaryCompleted', conclusion.primaryCompleted, primaryCompleted),
  ];
}

/** The form needs the first result only where a supplementary assessment changed it; repeating the final one says the same. */
function firstResultStated({ conclusion }: PrimaryYearSheet, { result }: PrimaryYearOutcome) {
  const stated = conclusion.firstEducationResult;
  const unchanged = result.firstLevel === null || result.firstLevel === result.level;
  return unchanged && (stated === null || stated === result.level) ? result.firstLevel : stated;
}

const flagWords = {
  gradeCompleted: { law: 'TT27/2020 Đ11.1.a', what: 'Hoàn thành chương trình lớp học' },
  promoted: { law: 'TT27/2020 Đ11.1.c', what: 'Được lên lớp' },
  primaryCompleted: { law: 'TT27/2020 Đ11.2', what: 'Hoàn thành chương trình tiểu học' },
} as const;

function flag(code: keyof typeof flagWords, stated: boolean, { holds, reasons }: Decision): Statement {
  const inWords = (value: boolean | null) => (value === true ? 'có' : 'không');
  return { code, ...flagWords[code], stated: inWords(stated), computed: inWords(holds), reasons };
}

function resultStatement(
  code: 'educationResult' | 'firstEducationResult',
  ...[stated, computed, reasons]: [PrimaryEducationResult | null, PrimaryEducationResult | null, readonly Reason[]]
): Statement {
  const inWords = (level: PrimaryEducationResult | null) =>
    level === null ? 'không xếp mức' : educationResultLabel(level);
  const what = code === 'educationResult' ? 'Kết quả giáo dục' : 'Kết quả giáo dục lần đầu';
  return { code, law: 'TT27/2020 Đ9.2.a', what, stated: inWords(stated), computed: inWords(computed), reasons };
}

/** A title stated without its result is an error; one not stated that the result gives is for the school to look at. */
function titleFindings({ conclusion }: PrimaryYearSheet, outcome: PrimaryYearOutcome): readonly RuleFinding[] {
  const law = 'TT27/2020 Đ13.1.a';
  return commendations.flatMap(({ id, label }): readonly RuleFinding[] => {
    const title = outcome.titles.find((found) => found.id === id && found.status === 'awarded');
    const stated = conclusion.commendations.includes(label);
    if (stated === (title !== undefined)) return [];
    const reasons = title?.reasons ?? outcome.result.reasons;
    if (stated) {
      const sentence = `Học bạ ghi danh hiệu “${label}”, nhưng kết quả giáo dục trong học bạ không đủ điều kiện (${law}).`;
      return [{ code: 'titleNotDue', severity: 'error', law, sentence, stated: label, computed: null, reasons }];
    }
    const sentence = `Kết quả giáo dục đủ điều kiện nhận danh hiệu “${label}”, nhưng học bạ không ghi (${law}).`;
    return [{ code: 'titleNotStated', severity: 'warning', law, sentence, stated: null, computed: label, reasons }];
  });
}
