import { profileOf, required, type SignatorySlot, slotLabel, type YearSheet } from '@hocba/record';
import { type RecordFacts, xadesFacts } from '../facts/record-facts.ts';
import type { Check } from '../report.ts';
import { conclude, failure, type Problem } from './problem.ts';
import { sheetUnreadable } from './sheet-unreadable.ts';

/** Everyone whom the sheet's profile calls for has signed once, in order, and nobody else. @law TT27/2020 */
export function signaturesComplete(facts: RecordFacts): Check {
  const { xml } = facts;
  const problems = xml?.sheet ? completeProblems(facts, xml.sheet) : [sheetUnreadable];
  return conclude('signatures-complete', { problems, passed: 'Đủ mọi chữ ký phải có, đúng thứ tự, không thừa.' });
}

function completeProblems(facts: RecordFacts, sheet: YearSheet): readonly Problem[] {
  const expected: readonly (SignatorySlot | undefined)[] = required(profileOf(sheet), sheet);
  const actual = xadesFacts(facts).map(({ slot }) => (slot === 'pdfSeal' ? undefined : slot));
  const missing = expected.filter((slot) => !actual.includes(slot));
  const extra = xadesFacts(facts).filter(({ slot }, index) => {
    return slot === undefined || slot === 'pdfSeal' || !expected.includes(slot) || actual.indexOf(slot) !== index;
  });
  const inOrder = expected.filter((slot) => actual.includes(slot)).every((slot, index) => slot === actual[index]);
  return [
    ...missing.map((slot) => failure('signature-missing', `Thiếu chữ ký: ${labelOf(slot, sheet)}.`)),
    ...extra.map(({ who }) => failure('signature-unexpected', `Có chữ ký không thuộc học bạ này: ${who}.`)),
    ...(missing.length + extra.length === 0 && !inOrder
      ? [failure('order-wrong', 'Các chữ ký không đúng thứ tự ký.')]
      : []),
  ];
}

function labelOf(slot: SignatorySlot | undefined, sheet: YearSheet): string {
  const name = sheet.signatories.find((each) => each.slot === slot)?.name;
  const label = slot === undefined ? '' : slotLabel(slot, sheet);
  return name ? `${label} (${name})` : label;
}
