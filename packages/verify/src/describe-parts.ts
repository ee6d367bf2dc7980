import { labelOfPart, profileOf, required, type SignatorySlot, signatureId, slotOfSignatureId } from '@hocba/record';
import { partCoverage, unparsedDamage, usualCover } from './facts/coverage.ts';
import { type RecordFacts, type SignatureFacts, type XadesFacts, xadesFacts } from './facts/record-facts.ts';
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
  const signatures = xadesFacts(facts).map((one, index) => {
    const id = idOf(one, index, facts);
    const { signature, timestamp, form } = sortFindings(one);
    const coveredBy = xadesFacts(facts).filter(({ report }) =>
      report.references.some(({ uri }) => uri === `#${one.report.signatureValueId}`),
    );
    return {
      id,
      label: labelOfPart(id, facts.xml?.sheet) ?? `Chữ ký “${id}”`,
      intact:
        signature.length + timestamp.length + form.length === 0 &&
        one.timestamps.every(
          ({ imprintOk, report, damage }) => imprintOk && damage.length === 0 && report.indication !== 'failed',
        ),
      coveredBy: coveredBy.flatMap(covering),
    };
  });
  return [...content, ...signatures];
}

/** One whose own Id was hit is known by its place in the order. */
function idOf({ slot, report }: XadesFacts, index: number, { xml }: RecordFacts): string {
  if (slot !== undefined && report.id !== undefined) return report.id;
  const expected = xml?.sheet && required(profileOf(xml.sheet), xml.sheet)[index];
  return expected ? signatureId(expected) : (report.id ?? '');
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

/** Nothing is said of a PDF's parts while it is as sealed. */
function pdfParts({ pdf, signatures }: RecordFacts): readonly PartReport[] {
  if (!pdf) return [];
  const coveredBy = signatures.filter(({ format }) => format === 'pades').flatMap(covering);
  const wrong = pdf.readProblem !== undefined || pdf.reports.some(({ indication }) => indication !== 'passed');
  const sealHit = wrong && pdf.damage.mapped && pdf.damage.regions.length === 0;
  const regions = sealHit ? [{ kind: 'signature', page: 0 } as const] : pdf.damage.regions;
  return regions.map(({ kind, page }) => ({
    id: page > 0 ? `pdf-${kind}-${page}` : `pdf-${kind}`,
    label: labelOfRegion({ kind, page }),
    intact: false,
    coveredBy,
  }));
}

function covering({ slot, name }: SignatureFacts): readonly CoveringSignature[] {
  return slot === undefined ? [] : [{ slot, name }];
}
