import { checkAgainstRules } from '@hocba/rules';
import type { RecordFacts } from '../facts/record-facts.ts';
import type { Check } from '../report.ts';
import { conclude, failure } from './problem.ts';
import { sheetUnreadable } from './sheet-unreadable.ts';

/** What the sheet concludes follows from its own data by the circular it names. @law TT27/2020 Đ9 */
export function resultsFollowRules({ xml }: RecordFacts): Check {
  const passed = 'Kết quả ghi trong học bạ đúng quy định đánh giá.';
  if (!xml?.sheet) return conclude('results-follow-rules', { problems: [sheetUnreadable], passed });
  const findings = checkAgainstRules(xml.sheet);
  return conclude('results-follow-rules', {
    problems: findings
      .filter(({ severity }) => severity === 'error')
      .map(({ sentence }) => failure('rule-broken', sentence)),
    passed,
    notes: findings.filter(({ severity }) => severity === 'warning').map(({ sentence }) => sentence),
  });
}
