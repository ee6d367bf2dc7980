import { labelOfPart, type SignatorySlot, slotOfSignatureId } from '@hocba/record';
import { partCoverage, unparsedDamage, usualCover } from './facts/coverage.ts';
import { type RecordFacts, type SignatureFacts, xadesFacts } from './facts/record-facts.ts';
import { labelOfRegion } from './facts/region-labels.ts';
import { sortFindings } from './facts/xades-findings.ts';
import type { CoveringSignature, PartReport } from './report.ts';

/** What the file consists of, and of each part whether it is as it was signed. */
export function describeParts(facts: RecordFacts): readonly PartReport[] {
  const xmlParts = facts.xml?.document ? parsedParts(facts) : unparsedParts(facts);
  return [...(facts.xml ? xmlParts : []), ...pdfParts(facts)];
}

function parsedParts(facts: RecordFacts): readonly PartReport[] {
  const content = partCoverage(facts)
    .filter(({ id }) => !id.startsWith('sv-'))
    .map(({ id, label, coveredBy, brokenFor }) => ({
      id,
      label,
      intact: coveredBy.length === 0 ? null : brokenFor.length === 0,
      coveredBy: coveredBy.flatMap(covering),
    }));
  const signatures = xadesFacts(facts).map((one) => {
    const id = one.report.id ?? '';
    const { signature, timestamp, form } = sortFindings(one);
    const coveredBy = xadesFacts(facts).filter(({ report }) =>
      report.references.some(({ uri }) => uri === `#${one.report.signatureValueId}`),
    );
    return {
      id,
      label: labelOfPart(id, facts.xml?.sheet) ?? `Chữ ký “${id}”`,
      intact:
        signature.length + timestamp.length + form.length === 0 &&
        one.timestamps.every(({ imprintOk, report }) => imprintOk && report.indication !== 'failed'),
      coveredBy: coveredBy.flatMap(covering),
    };
  });
  return [...content, ...signatures];
}

function unparsedParts(facts: RecordFacts): readonly PartReport[] {
  const names = (slots: readonly SignatorySlot[]) => slots.map((slot) => ({ slot, name: '' }));
  return unparsedDamage(facts).map((id) => ({
    id,
    label: labelOfPart(id) ?? `Phần “${id}”`,
    intact: false,
    coveredBy: names(slotOfSignatureId(id) === undefined ? usualCover(id) : []),
  }));
}

function pdfParts({ pdf, signatures }: RecordFacts): readonly PartReport[] {
  const seals = signatures.filter(({ format }) => format === 'pades').flatMap(covering);
  return (pdf?.damage.regions ?? []).map((region) => ({
    id: region.page > 0 ? `pdf-${region.kind}-${region.page}` : `pdf-${region.kind}`,
    label: labelOfRegion(region),
    intact: false,
    coveredBy: seals,
  }));
}

function covering({ slot, name }: SignatureFacts): readonly CoveringSignature[] {
  return slot === undefined ? [] : [{ slot, name }];
}
