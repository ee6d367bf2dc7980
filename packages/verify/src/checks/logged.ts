import type { RecordFacts } from '../facts/record-facts.ts';
import type { Check } from '../report.ts';
import { conclude, failure, type Problem, unknown } from './problem.ts';

/** The record stands in the transparency log, with this very XML; only where the caller brings the log's answer. */
export function logged({ xml, context }: RecordFacts): Check {
  const { log } = context;
  const problems: Problem[] = [];
  if (!log) problems.push(unknown('not-asked', 'Chưa tra cứu nhật ký công khai.'));
  else if (!xml)
    problems.push(unknown('xml-unreadable', 'Không lấy được dữ liệu gốc để đối chiếu với nhật ký công khai.'));
  else if (log.xmlSha256 !== xml.sha256) {
    problems.push(failure('log-differs', `Nhật ký công khai ${log.logName} ghi một tệp khác với tệp này.`));
  }
  return conclude('logged', { problems, passed: `Có trong nhật ký công khai ${log?.logName ?? ''}.`, required: false });
}
