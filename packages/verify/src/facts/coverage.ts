import { labelOfPart, type SignatorySlot, wholeSheetSlots } from '@hocba/record';
import type { ReferenceReport } from '@hocba/signature';
import { damagedParts } from './damaged-text.ts';
import type { RecordFacts, XadesFacts } from './record-facts.ts';
import { xadesFacts } from './record-facts.ts';

/** One signed part of the content (or an earlier signature's value) and all that was signed about it. */
export interface PartCoverage {
  readonly id: string;
  readonly label: string;
  /** Those whose signature is over it. */
  readonly coveredBy: readonly XadesFacts[];
  /** Of these, whose digest no longer fits; digests in a signature that is itself wrong prove nothing against others. */
  readonly brokenFor: readonly XadesFacts[];
  /** It is nowhere in the file. */
  readonly missing: boolean;
}

const order = ['tt', 'kq', 'nx'];

/** Every part that any signature is over, in the order of the file. */
export function partCoverage(facts: RecordFacts): readonly PartCoverage[] {
  const signatures = xadesFacts(facts);
  return [...statementsById(signatures)]
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([id, references]) => {
      const vouched =
        references.some(({ one, reference }) => reference.ok && one.report.signatureOk) ||
        signatures.some(({ report }) => report.signatureValueId === id && report.signatureOk);
      const counts = ({ report }: XadesFacts) => report.signatureOk !== false || !vouched;
      return {
        id,
        label: labelOfPart(id, facts.xml?.sheet) ?? `Phần “${id}”`,
        coveredBy: references.map(({ one }) => one),
        brokenFor: references.filter(({ one, reference }) => !reference.ok && counts(one)).map(({ one }) => one),
        missing: references.some(({ reference }) => !reference.covers),
      };
    });
}

interface Statement {
  readonly one: XadesFacts;
  readonly reference: ReferenceReport;
}

function statementsById(signatures: readonly XadesFacts[]): ReadonlyMap<string, readonly Statement[]> {
  const byId = new Map<string, Statement[]>(order.map((id) => [id, []]));
  for (const one of signatures) {
    for (const reference of contentReferences(one)) {
      const id = idOf(reference);
      const known = byId.get(id) ?? [];
      byId.set(id, known);
      known.push({ one, reference });
    }
  }
  return byId;
}

/** All references but the one to the signature's own properties. */
export function contentReferences({ report }: XadesFacts): readonly ReferenceReport[] {
  return report.references.filter(({ uri }) => !uri.startsWith('#sp-'));
}

/** Who is over a part by the rule of the format, for files whose signatures cannot be read. */
export function usualCover(id: string): readonly SignatorySlot[] {
  if (order.includes(id) || id.startsWith('mh-')) return wholeSheetSlots;
  return [];
}

/** Content parts known to be hit in a file that does not parse. */
export function unparsedDamage({ xml, context }: RecordFacts): readonly string[] {
  return xml ? damagedParts(xml, context.crypto) : [];
}

function idOf({ uri }: ReferenceReport): string {
  return uri.slice(1);
}

function placeOf(id: string): number {
  const whole = order.indexOf(id);
  if (whole >= 0) return whole;
  return id.startsWith('mh-') ? 1 + Number(id.slice('mh-'.length)) / 100 : order.length;
}
