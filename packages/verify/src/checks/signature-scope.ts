import {
  contentParts,
  type SignatorySlot,
  type SignaturePolicy,
  signaturePolicyOf,
  signedPropertiesId,
  type YearSheet,
} from '@hocba/record';
import { type PolicyReport, toHex } from '@hocba/signature';
import { type RecordFacts, type XadesFacts, xadesFacts } from '../facts/record-facts.ts';
import { sortFindings } from '../facts/xades-findings.ts';
import type { Check } from '../report.ts';
import { inWords } from '../words/xades-words.ts';
import { conclude, failure, type Problem } from './problem.ts';
import { sheetUnreadable } from './sheet-unreadable.ts';

/**
 * Each signature is over exactly what its place must be over, and names the published policy, digest and commitment
 * included. @spec EN 319 132-1 5.2.9
 */
export function signatureScope(facts: RecordFacts): Check {
  const { xml } = facts;
  const problems = xml?.sheet ? scopeProblems(facts, xml.sheet) : [sheetUnreadable];
  return conclude('signature-scope', {
    problems,
    passed: 'Mỗi chữ ký phủ đúng các phần phải ký và nêu đúng chính sách ký.',
  });
}

function scopeProblems(facts: RecordFacts, sheet: YearSheet): readonly Problem[] {
  return xadesFacts(facts).flatMap((signature) => {
    const { slot, report } = signature;
    if (slot === undefined || slot === 'pdfSeal' || report.references.length === 0) return [];
    return [
      ...coverProblems(signature, expectedCover(slot, sheet)),
      ...policyProblems(signature, slot, signaturePolicyOf(sheet)),
    ];
  });
}

function expectedCover(slot: SignatorySlot, sheet: YearSheet): readonly string[] {
  try {
    return [...contentParts(slot, sheet), signedPropertiesId(slot)].map((id) => `#${id}`);
  } catch {
    return [];
  }
}

function coverProblems({ report, who }: XadesFacts, expected: readonly string[]): readonly Problem[] {
  const actual = report.references.map(({ uri }) => uri);
  const missing = expected.filter((uri) => !actual.includes(uri));
  const extra = actual.filter((uri) => !expected.includes(uri));
  return [
    ...(missing.length > 0 ? [failure('scope-wrong', `Chữ ký của ${who} không phủ ${missing.join(', ')}.`)] : []),
    ...(extra.length > 0
      ? [failure('scope-wrong', `Chữ ký của ${who} phủ cả phần không thuộc vị trí ký: ${extra.join(', ')}.`)]
      : []),
  ];
}

function policyProblems(signature: XadesFacts, slot: SignatorySlot, policy: SignaturePolicy): readonly Problem[] {
  const { report, who } = signature;
  const form = sortFindings(signature).form;
  return [
    ...(names(policy, report.policy)
      ? []
      : [failure('policy-wrong', `Chữ ký của ${who} không nêu đúng chính sách ký học bạ số.`)]),
    ...(report.commitment === commitmentOf(slot)
      ? []
      : [failure('policy-wrong', `Chữ ký của ${who} nêu cam kết trái với chính sách ký.`, report.commitment)]),
    ...(form.length > 0
      ? [
          failure(
            'level-too-low',
            `Chữ ký của ${who} không đủ mức cơ bản: ${inWords(form)}.`,
            form.map(({ code }) => code).join('; '),
          ),
        ]
      : []),
  ];
}

/** As the policy says in its point 3. */
function commitmentOf(slot: SignatorySlot): string {
  if (slot === 'organisationSeal') return 'ProofOfOrigin';
  return slot.startsWith('subjectTeacher-') ? 'ProofOfCreation' : 'ProofOfApproval';
}

function names(policy: SignaturePolicy, named: PolicyReport | undefined): boolean {
  if (named?.id !== policy.id || named.algorithm !== 'sha-256') return false;
  return toHex(Uint8Array.from(atob(named.digest), (each) => each.charCodeAt(0))) === policy.sha256;
}
