import { type CoreCompetence, coreCompetences } from '@hocba/record';
import type { CommendationDecisions, PrimaryParameters, PromotionDecision } from '../../src/index.ts';
import { type MutableRow, type Rated, rowNamed } from './case-rows.ts';

export interface Circumstances {
  schoolYear: string;
  parameters: Partial<PrimaryParameters>;
  disability?: boolean;
  plan?: boolean;
  withheld?: boolean;
  decision?: PromotionDecision;
  commendation?: CommendationDecisions;
}

interface Rows {
  readonly subjects: MutableRow[];
  readonly competences: Rated<CoreCompetence>[];
  readonly circumstances: Circumstances;
}

type Reader = (rows: Rows, match: readonly string[]) => void;

const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^năm học (.+)$/, ({ circumstances }, [, schoolYear = '']) => Object.assign(circumstances, { schoolYear })],
  [/^khuyết tật$/, tell({ disability: true })],
  [/^kế hoạch cá nhân$/, tell({ plan: true })],
  [/^không xếp mức$/, tell({ withheld: true })],
  [/^cho lên lớp$/, tell({ decision: { promoted: true } })],
  [/^không cho lên lớp$/, tell({ decision: { promoted: false } })],
  [/^cho lên lớp, hoàn thành lớp$/, tell({ decision: { promoted: true, gradeCompleted: true } })],
  [/^nổi bật, lớp công nhận$/, praise(true, true)],
  [/^nổi bật, lớp không công nhận$/, praise(true, false)],
  [/^không nổi bật, lớp công nhận$/, praise(false, true)],
  [/^không đánh giá (.+)$/, ({ subjects }, [, name = '']) => spare(subjects, name, 'assessment')],
  [/^không kiểm tra (.+)$/, ({ subjects }, [, name = '']) => spare(subjects, name, 'test')],
  [/^miễn năng lực (.+)$/, ({ competences }, [, name = '']) => spareCompetence(competences, name)],
  [/^nhận xét (.+) trống$/, ({ subjects }, [, name = '']) => comment(subjects, name, '')],
  [
    /^nhận xét (.+) dài (\d+)$/,
    ({ subjects }, [, name = '', length = '0']) => comment(subjects, name, 'ă'.repeat(Number(length))),
  ],
  [/^tham số (\w+) (\w+)$/, ({ circumstances }, [, name = '', value = '']) => setParameter(circumstances, name, value)],
];

/** One entry of the column "Khác". */
export function applyCircumstance(rows: Rows, entry: string): void {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(entry);
    if (match) {
      read(rows, match);
      return;
    }
  }
  throw new Error(`cột “Khác” không hiểu: “${entry}”`);
}

function tell(known: Partial<Circumstances>): Reader {
  return ({ circumstances }) => Object.assign(circumstances, known);
}

function praise(outstandingOrClearProgress: boolean, recognisedByClass: boolean): Reader {
  return tell({ commendation: { outstandingOrClearProgress, recognisedByClass, others: [] } });
}

function comment(rows: MutableRow[], name: string, text: string): void {
  rowNamed(rows, name).comment = text;
}

function setParameter(circumstances: Circumstances, name: string, value: string): void {
  const setting = /^\d+$/.test(value) ? Number(value) : value;
  circumstances.parameters = { ...circumstances.parameters, [name]: setting };
}

function spare(rows: MutableRow[], name: string, exemption: 'assessment' | 'test'): void {
  const row = rowNamed(rows, name);
  row.exemption = exemption;
  row.tests = [];
  if (exemption === 'assessment') row.level = null;
}

function spareCompetence(rows: Rated<CoreCompetence>[], label: string): void {
  const id = coreCompetences.find((term) => term.label === label)?.id;
  const row = rows.find(({ name }) => name === id);
  if (!row) throw new Error(`không có năng lực “${label}”`);
  row.level = null;
  row.exempted = true;
}
