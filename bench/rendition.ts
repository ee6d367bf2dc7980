import type { SecondaryYearSheet, YearSheet } from '@hocba/record';
import { renderBooklet, renderYearSheet } from '@hocba/rendition';
import {
  continuingSheet,
  hardestLowerSecondarySheet,
  hardestUpperSecondarySheet,
  lowerSecondarySheet,
  upperSecondarySheet,
} from '../packages/record/testing/index.ts';
import { toPdf } from '../packages/rendition/src/pdf/typst-engine.ts';
import { hardestYearSheet } from '../packages/rendition/src/testing/hardest-year-sheet.ts';
import { sampleRendition } from '../packages/rendition/src/testing/sample-rendition.ts';
import { sampleYearSheet } from '../packages/rendition/src/testing/sample-year-sheet.ts';
import { spentHere } from './cpu-time.ts';

/**
 * Pages of each form drawn per second of processor time on one core, beside a page of one line by the same engine in
 * the same run: `node bench/rendition.ts [documents]`. Every document has another name and other comments.
 */
const [count = 60] = process.argv.slice(2).map(Number);

const trivial = await cost('one line', (index) =>
  toPdf({ template: 'testing/trivial-page.typ', data: { title: `Trang ${index}` } }),
);
console.log(`${count} documents of each form, one core, CPU; a page of one line ${trivial.document.toFixed(1)} ms`);

for (const [name, sheet] of [
  ['tiểu học', sampleYearSheet()],
  ['tiểu học, hardest', hardestYearSheet()],
  ['THCS', lowerSecondarySheet],
  ['THCS, hardest', hardestLowerSecondarySheet],
  ['THPT', upperSecondarySheet],
  ['THPT, hardest', hardestUpperSecondarySheet],
  ['GDTX', continuingSheet],
] as const) {
  print(await cost(name, (index) => renderYearSheet(sampleRendition(pupil(sheet, index)))));
}
print(await cost('THCS, booklet of four years', (index) => renderBooklet({ years: years(index) })));

interface Cost {
  readonly name: string;
  readonly pages: number;
  readonly bytes: number;
  /** Milliseconds. */
  readonly document: number;
}

async function cost(name: string, draw: (index: number) => Promise<Uint8Array>): Promise<Cost> {
  const warmUp = 8;
  for (let index = 0; index < warmUp; index += 1) await draw(count + index);
  let last = new Uint8Array();
  const { cpu } = await spentHere(async () => {
    for (let index = 0; index < count; index += 1) last = new Uint8Array(await draw(index));
  });
  return { name, pages: pagesOf(last), bytes: last.length, document: (1000 * cpu) / count };
}

function print({ name, pages, bytes, document }: Cost): void {
  const perSecond = (1000 * pages) / document;
  const page = document / pages;
  console.log(
    `${name.padEnd(28)} ${pages} pages, ${bytes} bytes, ${document.toFixed(1)} ms; ${perSecond.toFixed(0)} pages/s, ${page.toFixed(1)} ms a page, ×${(page / trivial.document).toFixed(1)} the page of one line`,
  );
}

function pagesOf(pdf: Uint8Array): number {
  return new TextDecoder('latin1').decode(pdf).match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** Another pupil, with other words in each comment: nothing laid out before can serve again. */
function pupil<Sheet extends YearSheet>(sheet: Sheet, index: number): Sheet {
  const student = { ...sheet.student, fullName: `${sheet.student.fullName} ${index}` };
  const subjects = sheet.subjects.map((row, at) => ({ ...row, comment: `${row.comment} (${31 * index + at})` }));
  return { ...sheet, student, subjects, lookupCode: index.toString(16).padStart(32, '0') };
}

function years(index: number) {
  return ([6, 7, 8, 9] as const).map((grade) => {
    const sheet: SecondaryYearSheet = { ...lowerSecondarySheet, grade, schoolYear: `${2017 + grade}-${2018 + grade}` };
    return sampleRendition(pupil(sheet, 4 * index + grade));
  });
}
