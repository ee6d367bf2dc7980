import { partCoverage } from '../facts/coverage.ts';
import { type RecordFacts, xadesFacts } from '../facts/record-facts.ts';
import { isOnlyMissing, sortFindings } from '../facts/xades-findings.ts';
import type { Check } from '../report.ts';
import { inWords } from '../words/xades-words.ts';
import { conclude, failure, type Problem, unknown } from './problem.ts';
import { noXml } from './schema-valid.ts';

/** Every signature of the XML is well formed, and its value is right for what it signed and for its certificate's key. */
export function signatureValid(facts: RecordFacts): Check {
  const problems = facts.xml ? signatureProblems(facts) : [noXml()];
  const broken = problems.length === 0 && partCoverage(facts).some(({ brokenFor }) => brokenFor.length > 0);
  const passed = `Giá trị của mọi chữ ký số trong tệp khớp khoá của người ký${broken ? withoutEffect : ''}.`;
  return conclude('signature-valid', { problems, passed, notes: broken ? [passed] : [] });
}

const withoutEffect = ', nhưng nội dung đã đổi nên chữ ký không còn hiệu lực';

function signatureProblems(facts: RecordFacts): readonly Problem[] {
  if (facts.xml?.parseProblem) return [unknown('nothing-signed', 'Tệp không đọc được nên không kiểm tra được chữ ký.')];
  const signatures = xadesFacts(facts);
  if (signatures.length === 0) return [unknown('nothing-signed', 'Tệp không có chữ ký số nào.')];
  return signatures.flatMap((signature) => {
    const findings = sortFindings(signature).signature;
    const fatal = findings.filter((finding) => !isOnlyMissing(finding));
    const codes = [...new Set(findings.map(({ code, where }) => `${code} tại ${where}`))].join('; ');
    if (fatal.length > 0)
      return [
        failure('signature-wrong', `Chữ ký của ${signature.who} sai hoặc đã bị sửa: ${inWords(findings)}.`, codes),
      ];
    if (findings.length === 0) return [];
    return [unknown('certificate-missing', `Chữ ký của ${signature.who}: ${inWords(findings)}.`, codes)];
  });
}
