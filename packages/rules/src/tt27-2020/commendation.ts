import { type Commendation, commendations, labelOf, type PrimaryEducationResult } from '@hocba/record';
import { allHold, type Condition, type ConditionReport, judge, objections } from '../condition.ts';
import { type DataProblem, type Datum, reason } from '../reason.ts';
import { educationResultLabel, educationResult as resultDatum } from './labels.ts';
import type { CommendationDecisions } from './primary-year-input.ts';
import type { PrimaryTitle } from './primary-year-outcome.ts';
import { problem } from './problem.ts';

const law = 'TT27/2020 Đ13.1.a';

export interface CommendationFacts {
  readonly level: PrimaryEducationResult | null;
  readonly decisions: CommendationDecisions | null;
}

/** Học sinh Xuất sắc. @law TT27/2020 Đ13.1.a */
export const outstandingStudentConditions = [resultIs('outstandingStudent', 'completedOutstandingly')] as const;

/** Học sinh Tiêu biểu…: the second and third are for people to say. @law TT27/2020 Đ13.1.a */
export const exemplaryStudentConditions = [
  resultIs('exemplaryStudent', 'completedWell'),
  decidedByPeople('exemplaryStudent.outstandingOrClearProgress', {
    asks: 'có thành tích xuất sắc về ít nhất một môn học hoặc tiến bộ rõ rệt ở ít nhất một phẩm chất, năng lực',
    given: (decisions) => decisions.outstandingOrClearProgress,
  }),
  decidedByPeople('exemplaryStudent.recognisedByClass', {
    asks: 'được tập thể lớp công nhận',
    given: (decisions) => decisions.recognisedByClass,
  }),
] as const;

export interface CommendationOutcome {
  readonly titles: readonly PrimaryTitle[];
  readonly conditions: readonly ConditionReport[];
  readonly problems: readonly DataProblem[];
}

/** Titles at year end. @law TT27/2020 Đ13.1.a */
export function commendation(facts: CommendationFacts): CommendationOutcome {
  const outstanding = judge(outstandingStudentConditions, facts);
  const exemplary = judge(exemplaryStudentConditions, facts);
  const titles: PrimaryTitle[] = [];
  if (allHold(outstanding)) {
    const why = reason(law, 'Học sinh Xuất sắc vì kết quả giáo dục là Hoàn thành xuất sắc', [outstandingResult]);
    titles.push({ ...titleOf('outstandingStudent'), status: 'awarded', reasons: [why] });
  }
  if (exemplary[0]?.holds === true) titles.push(exemplaryTitle(exemplary));
  return { titles, conditions: [...outstanding, ...exemplary], problems: notEligible(facts) };
}

const outstandingResult = { ...resultDatum, value: educationResultLabel('completedOutstandingly') };

function titleOf(id: Commendation) {
  return { id, label: labelOf(commendations, id) };
}

function exemplaryTitle(reports: readonly ConditionReport[]): PrimaryTitle {
  const title = titleOf('exemplaryStudent');
  if (!allHold(reports)) {
    const open = objections(reports, `Đủ mức Hoàn thành tốt để xét danh hiệu ${title.label}, nhưng`);
    return { ...title, status: 'eligible', reasons: open };
  }
  const asked = reports.map(({ asks }) => asks).join('; ');
  return { ...title, status: 'awarded', reasons: [reason(law, `${title.label} vì ${asked}`)] };
}

function resultIs(title: Commendation, wanted: PrimaryEducationResult): Condition<CommendationFacts> {
  const label = educationResultLabel(wanted);
  return {
    id: `${title}.result`,
    law,
    asks: `kết quả giáo dục là ${label}`,
    against: ({ level }) =>
      level === wanted
        ? []
        : [{ ...resultDatum, value: level === null ? 'không có mức' : educationResultLabel(level) }],
    objection: ([found]) => `kết quả giáo dục là ${found?.value ?? ''}, không phải ${label}`,
  };
}

function decidedByPeople(
  id: string,
  { asks, given }: { readonly asks: string; readonly given: (decisions: CommendationDecisions) => boolean },
): Condition<CommendationFacts> {
  const datum: Datum = { kind: 'commendation', of: id, label: 'Khen thưởng' };
  return {
    id,
    law,
    asks,
    against: ({ decisions }) => (decisions !== null && given(decisions) ? [] : [{ ...datum, value: 'chưa ghi nhận' }]),
    objection: () => `nhà trường chưa ghi nhận học sinh ${asks}`,
  };
}

/** People praised a pupil whose result does not allow the title. */
function notEligible({ level, decisions }: CommendationFacts): readonly DataProblem[] {
  const praised = decisions?.outstandingOrClearProgress === true && decisions.recognisedByClass;
  if (!praised || level === null || level === 'completedWell') return [];
  const datum: Datum = { kind: 'commendation', of: 'exemplaryStudent', label: 'Khen thưởng' };
  const sentence = `Không xét danh hiệu ${titleOf('exemplaryStudent').label} vì kết quả giáo dục là ${educationResultLabel(level)}, không phải Hoàn thành tốt; vẫn có thể khen thưởng đột xuất hoặc gửi thư khen`;
  return [problem(datum, 'commendationNotEligible', { law, sentence, severity: 'warning' })];
}
