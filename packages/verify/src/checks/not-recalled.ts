import type { RecordFacts } from '../facts/record-facts.ts';
import type { Check } from '../report.ts';
import { vietnamTime } from '../vietnam-time.ts';
import { conclude, failure, type Problem, unknown } from './problem.ts';

/** The registry has not recalled or replaced the record; only where the caller brings the registry's answer. */
export function notRecalled({ context }: RecordFacts): Check {
  const { status } = context;
  return conclude('not-recalled', {
    problems: status
      ? statusProblems(status.state, status.asOf)
      : [unknown('not-asked', 'Chưa tra cứu trạng thái thu hồi.')],
    passed: `Không bị thu hồi, không bị thay thế (tra cứu lúc ${status ? vietnamTime(status.asOf) : ''}).`,
    required: false,
  });
}

function statusProblems(
  state: 'inForce' | 'notYetInForce' | 'recalled' | 'replaced',
  asOf: string,
): readonly Problem[] {
  switch (state) {
    case 'inForce':
    case 'notYetInForce':
      return [];
    case 'recalled':
      return [failure('recalled', `Học bạ đã bị thu hồi (tra cứu lúc ${vietnamTime(asOf)}).`)];
    case 'replaced':
      return [failure('replaced', `Học bạ đã được thay thế bằng phiên bản khác (tra cứu lúc ${vietnamTime(asOf)}).`)];
  }
}
