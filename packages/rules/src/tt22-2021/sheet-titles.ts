import { labelOf, type SecondaryCommendation, secondaryCommendations } from '@hocba/record';
import type { RuleFinding } from '../rule-finding.ts';
import type { OtherReading } from './other-readings.ts';
import type { SecondaryYearOutcome } from './secondary-year-outcome.ts';
import type { GeneralSecondarySheet } from './sheet-input.ts';

const law = 'TT22/2021 Đ15.1.a';

/** A title stated without its results is an error; one not stated that the results give is for the school to look at. @law TT22/2021 Đ15.1.a */
export function titleFindings(
  sheet: GeneralSecondarySheet,
  outcome: SecondaryYearOutcome,
  readings: () => readonly OtherReading[],
): readonly RuleFinding[] {
  if (outcome.academic.year.level === null) return [];
  return secondaryCommendations.flatMap(({ id }): readonly RuleFinding[] => {
    const stated = sheet.conclusion.commendations.some(({ title }) => title === id);
    if (stated === hasTitle(outcome, id)) return [];
    if (!stated) return [notStated(id, outcome)];
    return [notDue(id, outcome, readings().find((reading) => hasTitle(reading.outcome, id)) ?? null)];
  });
}

function hasTitle({ titles }: SecondaryYearOutcome, wanted: SecondaryCommendation): boolean {
  return titles.some(({ id }) => id === wanted);
}

function notStated(id: SecondaryCommendation, { titles }: SecondaryYearOutcome): RuleFinding {
  const label = labelOf(secondaryCommendations, id);
  const reasons = titles.flatMap((title) => (title.id === id ? title.reasons : []));
  const sentence = `Khen thưởng: kết quả cả năm đủ điều kiện nhận danh hiệu “${label}”, nhưng học bạ không ghi (${law}).`;
  return { code: 'titleNotStated', severity: 'warning', law, sentence, stated: null, computed: label, reasons };
}

function notDue(
  id: SecondaryCommendation,
  { academic, conduct, titles }: SecondaryYearOutcome,
  fitting: OtherReading | null,
): RuleFinding {
  const label = labelOf(secondaryCommendations, id);
  const computed = titles[0]?.label ?? null;
  const reasons = [...academic.year.reasons, ...conduct.reasons];
  const of = { code: 'titleNotDue', law, stated: label, computed, reasons } as const;
  if (fitting !== null) {
    const sentence = `Khen thưởng: học bạ ghi danh hiệu “${label}”, theo quy ước đang dùng thì không có; học bạ đúng với cách hiểu khác của quy định – ${fitting.words} (${law}).`;
    return { ...of, severity: 'warning', sentence };
  }
  const sentence = `Khen thưởng: học bạ ghi danh hiệu “${label}”, nhưng kết quả cả năm trong học bạ không đủ điều kiện (${law}).`;
  return { ...of, severity: 'error', sentence };
}
