import type { SecondaryYearSheet } from '@hocba/record';
import { type LawCitation, reason } from '../reason.ts';
import type { Statement } from '../statement.ts';
import { averageLabel } from '../tenths.ts';
import { averageDatum, commentResultLabel } from './academic-facts.ts';
import type { SecondarySubjectOutcome } from './secondary-year-outcome.ts';

interface RowLaws {
  readonly byScore: LawCitation;
  readonly byComment: LawCitation;
}

/** The year's average or result of every subject, against what its own semesters give. @law TT22/2021 Đ9.1 */
export function rowStatements(
  { subjects }: SecondaryYearSheet,
  outcomes: readonly SecondarySubjectOutcome[],
  laws: RowLaws,
): readonly Statement[] {
  return subjects.flatMap((row) => {
    const computed = outcomes.find(({ subject }) => subject === row.subject)?.year ?? null;
    const { first, second, year } = row.marks;
    if (computed === null || first === null || second === null) return [];
    const law = laws[row.form];
    const what = `${averageDatum(row.subject).label}, kết quả cả năm`;
    const why = `Học kì I ${inWords(first)}, học kì II ${inWords(second)} nên cả năm là ${inWords(computed)}`;
    const reasons = [reason(law, why)];
    return [{ code: 'yearResult', law, what, stated: inWords(year), computed: inWords(computed), reasons }];
  });
}

function inWords(mark: SecondarySubjectOutcome['year']): string {
  if (mark === null) return 'để trống';
  return typeof mark === 'number' ? averageLabel(mark) : commentResultLabel(mark);
}
