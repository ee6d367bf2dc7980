import { equalBytes } from '../der/writer.ts';
import { type Conclusion, indeterminateWith, isoTime, passed } from './conclusion.ts';
import type { JudgedTimestamp } from './judged-timestamp.ts';

/**
 * A timestamp cannot be older than what it covers: one on the signature than one on the data signed, one on the archive
 * than the tokens inside. Accuracies are allowed for. @spec EN 319 102-1 5.5.4 step 4 e, RFC 3161 2.4.2
 */
export function checkTimestampOrder(timestamps: readonly JudgedTimestamp[]): Conclusion {
  for (const later of timestamps) {
    const earlier = timestamps.find((one) => one !== later && covers(later, one) && isBefore(later, one));
    if (earlier === undefined) continue;
    const told = (one: JudgedTimestamp) => `${one.evidence.id} of ${isoTime(one.token?.info.genTime ?? 0)}`;
    const detail = `${told(later)} covers ${told(earlier)}`;
    return indeterminateWith('TIMESTAMP_ORDER_FAILURE', { code: 'timestamps-out-of-order', detail });
  }
  return passed;
}

function covers({ evidence: later }: JudgedTimestamp, { evidence: earlier }: JudgedTimestamp): boolean {
  if (earlier.kind === 'content') return later.kind !== 'content' && later.proves.signatureValue;
  return later.proves.objects.some((object) => equalBytes(object, earlier.token));
}

function isBefore({ token: a }: JudgedTimestamp, { token: b }: JudgedTimestamp): boolean {
  if (a === undefined || b === undefined) return false;
  return a.info.genTime + (a.info.accuracy ?? 0) < b.info.genTime - (b.info.accuracy ?? 0);
}
