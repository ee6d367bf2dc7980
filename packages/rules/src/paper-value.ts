import { parseScore } from '@hocba/record';
import type { Circular, CircularId } from './circulars.ts';
import { type DataProblem, type LawCitation, listInWords } from './reason.ts';

/** What one box of an older paper record may say. */
export interface PaperField {
  readonly id: string;
  /** As printed over the box. */
  readonly label: string;
  readonly law: LawCitation;
  readonly scale: WordScale | ScoreScale;
}

interface WordScale {
  readonly kind: 'words';
  /** Each value with the short forms in which it was written. */
  readonly values: readonly (readonly [string, ...string[]])[];
}

interface ScoreScale {
  readonly kind: 'score';
  readonly wholeOnly: boolean;
  readonly zeroAllowed: boolean;
}

/** Circulars by which nothing is computed: years digitised from paper. */
export type PaperCircular = Extract<CircularId, 'TT58/2011' | 'TT26/2020' | 'TT30/2014' | 'TT22/2016'>;

/**
 * A value that does not exist in the circular: a warning, for the paper prevails and a person must look at it. A blank
 * box says nothing wrong.
 */
export function paperValueProblems(field: PaperField, text: string, { number }: Circular): readonly DataProblem[] {
  const written = text.normalize('NFC').trim();
  if (written === '' || isOnScale(field.scale, written)) return [];
  const { id, label, law, scale } = field;
  const sentence = `${label} ghi “${written}”, nhưng giá trị này không có trong Thông tư ${number}; chỉ có ${inWords(scale)}: xem lại bản giấy, nếu giấy ghi đúng như vậy thì giữ nguyên (${law}).`;
  return [{ kind: 'paper', of: id, label, code: 'notInCircular', severity: 'warning', law, sentence }];
}

function isOnScale(scale: PaperField['scale'], written: string): boolean {
  if (scale.kind === 'words') {
    return scale.values.some((forms) => forms.some((form) => form.toLowerCase() === written.toLowerCase()));
  }
  const score = parseScore(written);
  if (score === undefined) return false;
  return (!scale.wholeOnly || score % 10 === 0) && (scale.zeroAllowed || score !== 0);
}

function inWords(scale: PaperField['scale']): string {
  if (scale.kind === 'words') return listInWords(scale.values.map(([label]) => label));
  const lowest = scale.zeroAllowed ? '0' : '1';
  return scale.wholeOnly
    ? `điểm nguyên từ ${lowest} đến 10`
    : `điểm từ ${lowest} đến 10, nhiều nhất một chữ số thập phân`;
}
