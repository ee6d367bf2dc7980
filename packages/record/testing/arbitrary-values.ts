import fc from 'fast-check';
import { ethnicGroups, type SchoolingEntry, scoreFromTenths } from '../src/index.ts';
import { findUnfriendlyCharacter } from '../src/xml/plain-text.ts';

export const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>;

const text = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((drawn) => drawn.normalize('NFC'))
  .filter((drawn) => findUnfriendlyCharacter(drawn) === undefined);

export const line = text.filter((drawn) => drawn.trim() !== '' && !/[\t\n]/.test(drawn));
export const prose = fc.oneof(text, fc.constantFrom('', 'a\nb\n', '\t', '<&>"\'', ']]>', 'Đ ắ ụ ỗ'));
export const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
export const idOf = <Id extends string>(terms: readonly { readonly id: Id }[]) =>
  fc.constantFrom(...terms.map(({ id }) => id));
export const score = fc.integer({ min: 0, max: 100 }).map(scoreFromTenths);
export const date = fc.constantFrom('2024-02-29', '2025-12-31', '2026-03-09');

/** What every sheet has. */
export const anySheet = {
  recordId: fc.stringMatching(/^[0-9a-f]{32}$/),
  lookupCode: fc.stringMatching(/^[0-9a-f]{32}$/),
  version: fc.integer({ min: 1, max: 999 }),
  className: line,
  placeOfIssue: line,
};

/** Fields of a profile that vary; the others are the sample's. */
export const anyPupil = {
  fullName: line,
  birthDate: fc.constantFrom('2016', '2016-02', '2016-02-29'),
  birthPlace: orNull(line),
  address: orNull(line),
  ethnicityCode: fc.constantFrom(...ethnicGroups.map(({ code }) => code)),
  disability: fc.boolean(),
};

const schoolingEntry = record<Omit<SchoolingEntry, 'schoolYear'>>({
  className: line,
  schoolName: line,
  place: line,
  registerNumber: orNull(line),
  enteredOn: orNull(date),
});

/** Oldest first, up to the year of the samples, one of them twice. */
export const schooling = fc
  .subarray(['2021-2022', '2022-2023', '2024-2025', '2024-2025', '2025-2026'])
  .chain((years) => fc.tuple(...years.map((schoolYear) => schoolingEntry.map((entry) => ({ ...entry, schoolYear })))));
