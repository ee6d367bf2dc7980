import type { Finding } from '@hocba/signature';
import type { RecordFacts, SignatureFacts } from '../facts/record-facts.ts';
import { isAboutRevocation } from '../facts/revocation-findings.ts';
import type { Check } from '../report.ts';
import { vietnamTime } from '../vietnam-time.ts';
import { nothingSigned } from './certificate-trusted.ts';
import { conclude, failure, type Problem, unknown } from './problem.ts';

/**
 * No certificate, of signatories and timestamp authorities alike, was revoked when it was used. Revoked after the
 * timestamp leaves the signature good; no evidence leaves it open. @spec EN 319 102-1 5.2.6
 */
export function certificateNotRevoked({ signatures }: RecordFacts): Check {
  return conclude('certificate-not-revoked', {
    problems: signatures.length === 0 ? [nothingSigned] : signatures.flatMap(revocationProblems),
    passed: 'Không chứng thư số nào bị thu hồi vào thời điểm ký.',
    notes: signatures.flatMap(laterRevocations),
  });
}

function revocationProblems({ path, timestamps, who }: SignatureFacts): readonly Problem[] {
  const own = path?.findings.filter(isAboutRevocation) ?? [];
  const authorities = timestamps.flatMap(({ report }) => report.path?.findings.filter(isAboutRevocation) ?? []);
  return [
    ...own.map((finding) => problemOf(finding, who)),
    ...authorities.map((finding) => problemOf(finding, `tổ chức cấp dấu thời gian trên chữ ký của ${who}`)),
  ];
}

function problemOf({ indication, subIndication, detail }: Finding, whose: string): Problem {
  if (subIndication === 'TRY_LATER') {
    return unknown(
      'revocation-unknown',
      `Chưa có CRL hoặc OCSP nói về chứng thư số của ${whose}; hãy bổ sung rồi kiểm tra lại.`,
    );
  }
  const make = indication === 'failed' ? failure : unknown;
  const sentence =
    indication === 'failed'
      ? `Chứng thư số của ${whose} đã bị thu hồi trước khi ký.`
      : `Chứng thư số của ${whose}, hoặc của tổ chức cấp nó, đã bị thu hồi; không rõ trước hay sau khi ký.`;
  return make('certificate-revoked', sentence, `${subIndication}: ${detail}`);
}

function laterRevocations({ path, who }: SignatureFacts): readonly string[] {
  const later = path?.revocation.status === 'good' ? path.revocation.revokedLater : undefined;
  if (!later) return [];
  return [`Chứng thư số của ${who} bị thu hồi sau khi ký (${vietnamTime(later.at)}); chữ ký vẫn có giá trị.`];
}
