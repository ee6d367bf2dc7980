import { wholeSheetSlots } from '@hocba/record';
import type { Finding } from '@hocba/signature';
import type { RecordFacts, SignatureFacts, TimestampFacts } from '../facts/record-facts.ts';
import { isAboutRevocation } from '../facts/revocation-findings.ts';
import { sortFindings } from '../facts/xades-findings.ts';
import type { Check } from '../report.ts';
import { wordsOf } from '../words/standard-words.ts';
import { inWords } from '../words/xades-words.ts';
import { nothingSigned } from './certificate-trusted.ts';
import { conclude, failure, type Problem, unknown } from './problem.ts';

/**
 * Every signature has a timestamp over its own value from a trusted authority, none of the future, and nobody's is
 * before those he had to wait for. @spec RFC 3161 2.4.2, EN 319 102-1 5.4
 */
export function timestampValid({ signatures, context }: RecordFacts): Check {
  const problems =
    signatures.length === 0
      ? [nothingSigned]
      : [...signatures.flatMap((one) => timestampProblems(one, context.at)), ...orderProblems(signatures)];
  return conclude('timestamp-valid', {
    problems,
    passed: 'Mỗi chữ ký có dấu thời gian tin cậy, đúng thứ tự ký.',
  });
}

function timestampProblems(signature: SignatureFacts, at: number): readonly Problem[] {
  const { timestamps, who } = signature;
  const broken = signature.format === 'xades' ? sortFindings(signature).timestamp : [];
  if (timestamps.length === 0 && broken.length === 0) {
    return [unknown('timestamp-missing', `Chữ ký của ${who} không có dấu thời gian nên không rõ ký khi nào.`)];
  }
  return [
    ...broken.map((finding) =>
      failure('timestamp-wrong', `Dấu thời gian trên chữ ký của ${who} sai: ${inWords([finding])}.`, finding.code),
    ),
    ...timestamps.flatMap((timestamp) => tokenProblems(timestamp, { who, at })),
  ];
}

function tokenProblems(
  { imprintOk, report, damage }: TimestampFacts,
  { who, at }: { who: string; at: number },
): readonly Problem[] {
  const own = report.findings.filter(
    (finding) => !isAboutRevocation(finding) && finding.subIndication !== 'HASH_FAILURE',
  );
  const { genTime, accuracy = 0 } = report;
  return [
    ...(imprintOk ? [] : [failure('timestamp-wrong', `Dấu thời gian không phải của chữ ký của ${who}.`)]),
    ...damage.map((detail) => failure('timestamp-wrong', `Dấu thời gian trên chữ ký của ${who} đã bị sửa.`, detail)),
    ...own.map((finding) =>
      finding.indication === 'failed'
        ? failure(
            'timestamp-wrong',
            `Dấu thời gian trên chữ ký của ${who} sai: ${wordsOf(finding)}.`,
            technicalOf(finding),
          )
        : unknown(
            'timestamp-untrusted',
            `Dấu thời gian trên chữ ký của ${who} chưa tin cậy được: ${wordsOf(finding)}.`,
            technicalOf(finding),
          ),
    ),
    ...(genTime !== undefined && genTime - accuracy > at
      ? [failure('timestamp-wrong', `Dấu thời gian trên chữ ký của ${who} ở sau thời điểm kiểm tra.`)]
      : []),
  ];
}

function technicalOf({ subIndication, detail }: Finding): string {
  return `${subIndication}: ${detail}`;
}

/** Subject teachers sign side by side; everyone else after all before him, wherever he stands in the file. */
function orderProblems(signatures: readonly SignatureFacts[]): readonly Problem[] {
  return signatures.flatMap((later) => {
    const early = signatures.find((earlier) => rankOf(earlier) < rankOf(later) && isBefore(later, earlier));
    if (!early) return [];
    return [failure('order-wrong', `Theo dấu thời gian, ${later.who} ký trước ${early.who}, trái thứ tự ký.`)];
  });
}

function rankOf({ slot, format }: SignatureFacts): number {
  if (slot === undefined) return -1;
  return format === 'pades' ? wholeSheetSlots.length : (wholeSheetSlots as readonly string[]).indexOf(slot);
}

/** Beyond what the two authorities' accuracies leave open. */
function isBefore(later: SignatureFacts, earlier: SignatureFacts): boolean {
  if (later.provenAt === undefined || earlier.provenAt === undefined) return false;
  return later.provenAt + accuracyOf(later) + accuracyOf(earlier) < earlier.provenAt;
}

function accuracyOf({ timestamps, provenAt }: SignatureFacts): number {
  return timestamps.find(({ report }) => report.genTime === provenAt)?.report.accuracy ?? 0;
}
