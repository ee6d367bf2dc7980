import { labelOfPart, slotLabel } from '@hocba/record';
import { type PartCoverage, partCoverage, unparsedDamage, usualCover } from '../facts/coverage.ts';
import { type RecordFacts, xadesFacts } from '../facts/record-facts.ts';
import type { Check } from '../report.ts';
import { conclude, failure, type Problem, unknown } from './problem.ts';
import { noXml } from './schema-valid.ts';

/** Every part is what was signed, under every signature that is over it; otherwise which part, and whose signatures break. */
export function contentIntact(facts: RecordFacts): Check {
  const problems = facts.xml ? contentProblems(facts) : [noXml()];
  return conclude('content-intact', { problems, passed: 'Mọi phần nội dung đúng như khi ký, dưới mọi chữ ký.' });
}

function contentProblems(facts: RecordFacts): readonly Problem[] {
  if (!facts.xml?.document) return unparsedProblems(facts);
  const parts = partCoverage(facts);
  const broken = parts.filter(({ brokenFor }) => brokenFor.length > 0);
  if (broken.length > 0) return broken.map(changedProblem);
  const signed = xadesFacts(facts).some(({ report }) => report.references.length > 0);
  return signed ? [] : [unknown('nothing-signed', 'Không có chữ ký đọc được nào để đối chiếu nội dung.')];
}

function changedProblem({ label, brokenFor, missing }: PartCoverage): Problem {
  const whose = brokenFor.map(({ who }) => who).join(', ');
  return missing
    ? failure('part-missing', `${label} không còn trong tệp; làm mất hiệu lực chữ ký của ${whose}.`)
    : failure('part-changed', `${label} đã bị sửa sau khi ký; làm mất hiệu lực chữ ký của ${whose}.`);
}

function unparsedProblems(facts: RecordFacts): readonly Problem[] {
  const content = unparsedDamage(facts).filter((id) => usualCover(id).length > 0);
  if (content.length === 0) {
    return [unknown('nothing-signed', 'Tệp không đọc được nên không đối chiếu được nội dung với chữ ký.')];
  }
  return content.map((id) => {
    const whose = usualCover(id)
      .map((slot) => slotLabel(slot).toLocaleLowerCase('vi'))
      .join(', ');
    return failure('part-changed', `${labelOfPart(id)} đã bị sửa sau khi ký; làm mất hiệu lực chữ ký của ${whose}.`);
  });
}
