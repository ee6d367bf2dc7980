import type { Certificate } from '../certificate/certificate.ts';
import type { PathProblem } from './certificate-conclusion.ts';
import { type Conclusion, failedWith, indeterminateWith, isoTime } from './conclusion.ts';
import type { JudgedTimestamp } from './judged-timestamp.ts';

/**
 * A timestamp on the data before it was signed says that the signature is younger than it: what had ended by then had
 * ended when it was signed, for good. @spec EN 319 102-1 5.3.4 steps 4 and 6
 */
export function afterContentTimestamp(
  { subIndication, revoked, weak, findings }: PathProblem,
  { certificate, timestamps }: { certificate: Certificate; timestamps: readonly JudgedTimestamp[] },
): Conclusion | undefined {
  const times = timestamps.flatMap(({ evidence, token }) =>
    evidence.kind === 'content' && token ? [token.info.genTime] : [],
  );
  if (times.length === 0) return undefined;
  const since = Math.max(...times);
  const told = (code: string) => ({ code, detail: `${findings[0]?.detail ?? ''}; signed after ${isoTime(since)}` });
  switch (subIndication) {
    case 'REVOKED_NO_POE':
      return revoked !== undefined && since > revoked.at
        ? failedWith('REVOKED', told('signed-after-revocation'))
        : undefined;
    case 'OUT_OF_BOUNDS_NO_POE':
    case 'OUT_OF_BOUNDS_NOT_REVOKED':
      return since > certificate.notAfter ? failedWith('EXPIRED', told('signed-after-expiry')) : undefined;
    case 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE': {
      const ended = weak?.some(({ der, until }) => der === undefined && until !== undefined && since > until) ?? false;
      return ended
        ? indeterminateWith('CRYPTO_CONSTRAINTS_FAILURE', told('algorithm-ended-before-signing'))
        : undefined;
    }
    default:
      return undefined;
  }
}
