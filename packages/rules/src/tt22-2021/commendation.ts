import { labelOf, type SecondaryCommendation, secondaryCommendations } from '@hocba/record';
import { allHold, type Condition, type ConditionReport, judge } from '../condition.ts';
import { listInWords, type Reason, reason } from '../reason.ts';
import { type AcademicFacts, scoredInput } from './academic-facts.ts';
import { type SecondaryLevel, secondaryLevels } from './secondary-levels.ts';

export interface CommendationFacts {
  readonly conduct: SecondaryLevel;
  readonly academic: SecondaryLevel;
  readonly scored: AcademicFacts['scored'];
}

/** Học sinh Xuất sắc. @law TT22/2021 Đ15.1.a */
export const outstandingStudentConditions = [
  conductGood('outstandingStudent'),
  academicGood('outstandingStudent'),
  sixAveragesAtLeastNine(),
] as const;

/** Học sinh Giỏi. @law TT22/2021 Đ15.1.a */
export const excellentStudentConditions = [conductGood('excellentStudent'), academicGood('excellentStudent')] as const;

export interface CommendationOutcome {
  readonly titles: readonly {
    readonly id: SecondaryCommendation;
    readonly label: string;
    readonly reasons: readonly Reason[];
  }[];
  readonly conditions: readonly ConditionReport[];
}

/** The highest title the year's first results give; only at year end. @law TT22/2021 Đ15.1 */
export function commendation(facts: CommendationFacts): CommendationOutcome {
  const outstanding = judge(outstandingStudentConditions, facts);
  const excellent = judge(excellentStudentConditions, facts);
  const conditions = [...outstanding, ...excellent];
  if (allHold(outstanding)) return { titles: [titled('outstandingStudent', outstanding)], conditions };
  return { titles: allHold(excellent) ? [titled('excellentStudent', excellent)] : [], conditions };
}

function titled(id: SecondaryCommendation, reports: readonly ConditionReport[]) {
  const label = labelOf(secondaryCommendations, id);
  const asked = listInWords(reports.map(({ asks }) => asks));
  return { id, label, reasons: [reason('TT22/2021 Đ15.1.a', `${label} vì ${asked}`)] };
}

function conductGood(title: SecondaryCommendation): Condition<CommendationFacts> {
  return {
    id: `${title}.conduct`,
    law: 'TT22/2021 Đ15.1.a',
    asks: 'rèn luyện cả năm Tốt',
    against: ({ conduct }) =>
      conduct === 'good'
        ? []
        : [{ kind: 'conduct', of: 'year', label: 'Rèn luyện cả năm', value: labelOf(secondaryLevels, conduct) }],
    objection: ([found]) => `rèn luyện cả năm là ${found?.value ?? ''}`,
  };
}

function academicGood(title: SecondaryCommendation): Condition<CommendationFacts> {
  return {
    id: `${title}.academic`,
    law: 'TT22/2021 Đ15.1.a',
    asks: 'học tập cả năm Tốt',
    against: ({ academic }) =>
      academic === 'good'
        ? []
        : [{ kind: 'result', of: 'year', label: 'Học tập cả năm', value: labelOf(secondaryLevels, academic) }],
    objection: ([found]) => `học tập cả năm là ${found?.value ?? ''}`,
  };
}

function sixAveragesAtLeastNine(): Condition<CommendationFacts> {
  return {
    id: 'outstandingStudent.six',
    law: 'TT22/2021 Đ15.1.a',
    asks: 'ít nhất 6 môn có điểm trung bình cả năm từ 9,0 trở lên',
    against: ({ scored }) => {
      const below = scored.filter(({ averageTenths }) => averageTenths < 90);
      if (scored.length - below.length >= 6) return [];
      const few = { kind: 'score', of: '', label: 'Số môn có điểm', value: String(scored.length) } as const;
      return below.length > 0 ? below.map(scoredInput) : [few];
    },
    objection: () => 'chưa đủ 6 môn từ 9,0 trở lên',
  };
}
