import { type Circular, circulars, findCircular, type Grade } from './circulars.ts';
import { type PaperCircular, type PaperField, paperValueProblems } from './paper-value.ts';
import type { DataProblem } from './reason.ts';
import { primaryPaperFields2014, primaryPaperFields2016 } from './tt30-2014/paper-fields.ts';
import { secondaryPaperFields } from './tt58-2011/paper-fields.ts';

/** What the boxes of an older record may say, by circular. */
export const paperFields: Readonly<Record<PaperCircular, readonly PaperField[]>> = {
  'TT58/2011': secondaryPaperFields,
  'TT26/2020': secondaryPaperFields,
  'TT30/2014': primaryPaperFields2014,
  'TT22/2016': primaryPaperFields2016,
};

/** A year digitised from paper: one box, one or several values as written (a box a subject, for subjects). */
export interface PaperYear {
  readonly circular: PaperCircular;
  readonly schoolYear: string;
  readonly grade: Grade;
  readonly values: readonly { readonly field: string; readonly text: string }[];
}

export interface PaperYearReport {
  readonly circular: PaperCircular;
  /** Why nothing is computed, for people. */
  readonly notComputed: string;
  readonly errors: readonly DataProblem[];
  readonly warnings: readonly DataProblem[];
}

/** Whether what the paper says exists in the circular that governed it; computes nothing, changes nothing. */
export function checkPaperYear({ circular, schoolYear, grade, values }: PaperYear): PaperYearReport {
  const own = circulars.find(({ id }) => id === circular);
  if (own === undefined) throw new RangeError(`not a circular: ${circular}`);
  const fields = paperFields[circular];
  return {
    circular,
    notComputed: own.notComputedBecause ?? '',
    errors: notInForce(own, findCircular({ grade, schoolYear }), { grade, schoolYear }),
    warnings: values.flatMap(({ field, text }) => {
      const known = fields.find(({ id }) => id === field);
      return known === undefined ? [] : paperValueProblems(known, text, own);
    }),
  };
}

function notInForce(
  own: Circular,
  governing: Circular | undefined,
  { grade, schoolYear }: Pick<PaperYear, 'grade' | 'schoolYear'>,
): readonly DataProblem[] {
  if (governing?.id === own.id) return [];
  const law = own.id as PaperCircular;
  const other = governing === undefined ? '' : ` (áp dụng ${governing.number})`;
  const sentence = `Năm học “${schoolYear}” của lớp ${grade} không thuộc diện áp dụng Thông tư ${own.number}${other}: kiểm tra lại năm học và khối lớp (${law}).`;
  const datum = { kind: 'schoolYear', of: '', label: 'Năm học' } as const;
  return [{ ...datum, code: 'circularNotInForce', severity: 'error', law, sentence }];
}
