import type { Finding } from '@hocba/signature';
import type { RecordFacts, SignatureFacts } from '../facts/record-facts.ts';
import { isAboutRevocation } from '../facts/revocation-findings.ts';
import type { Check } from '../report.ts';
import { wordsOf } from '../words/standard-words.ts';
import { conclude, failure, type Problem, unknown } from './problem.ts';

/** Every signatory's certificate leads to an anchor the verifier trusts and was valid when signed. @spec RFC 5280 6.1 */
export function certificateTrusted({ signatures }: RecordFacts): Check {
  const problems = signatures.length === 0 ? [nothingSigned] : signatures.flatMap(certificateProblems);
  return conclude('certificate-trusted', {
    problems,
    passed: 'Mọi chứng thư số do tổ chức được tin cậy cấp và còn hiệu lực khi ký.',
  });
}

/** For every check that is about signatures where there is none. */
export const nothingSigned: Problem = unknown('nothing-signed', 'Không có chữ ký đọc được để kiểm tra.');

function certificateProblems({ path, who }: SignatureFacts): readonly Problem[] {
  if (!path) return [unknown('nothing-signed', `Không đọc được chứng thư số của ${who}.`)];
  return path.findings.filter((finding) => !isAboutRevocation(finding)).map((finding) => problemOf(finding, who));
}

function problemOf(finding: Finding, who: string): Problem {
  const { indication, subIndication } = finding;
  const technical = `${subIndication}: ${finding.detail}`;
  const make = indication === 'failed' ? failure : unknown;
  switch (subIndication) {
    case 'NO_CERTIFICATE_CHAIN_FOUND':
      return make(
        'chain-not-found',
        `Chứng thư số của ${who} không dẫn tới tổ chức chứng thực nào được tin cậy.`,
        technical,
      );
    case 'EXPIRED':
    case 'OUT_OF_BOUNDS_NO_POE':
      return make('certificate-expired', `Chứng thư số của ${who} đã hết hạn vào thời điểm xét.`, technical);
    case 'NOT_YET_VALID':
      return make('certificate-expired', `Chứng thư số của ${who} chưa có hiệu lực vào thời điểm ký.`, technical);
    default:
      return make(
        'certificate-unfit',
        `Chứng thư số của ${who} không dùng để ký được: ${wordsOf(finding)}.`,
        technical,
      );
  }
}
