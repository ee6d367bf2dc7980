import assert from 'node:assert/strict';
import {
  assembleRecordXml,
  checkPersonalId,
  importCommunes,
  isCanonicalFile,
  normaliseText,
  parsePartialDate,
  parseScore,
  readCsv,
  readYearSheet,
  vietnameseSortKey,
  writeYearSheet,
  type XmlElement,
} from '../src/index.ts';
import { everySheet } from './every-sheet.ts';
import { type Draw, mutate, mutateElements } from './mutate.ts';
import { parseTree } from './parse-tree.ts';

/** Something that takes text from outside. `run` throws only where a promise is broken: refusing is right. */
export interface FuzzTarget {
  readonly name: string;
  /** Another text to try. */
  input(draw: Draw): string;
  run(text: string): void;
}

const files = everySheet.map((sheet) => assembleRecordXml(writeYearSheet(sheet), []));

const pick = (texts: readonly string[], draw: Draw) => texts[draw(texts.length)] ?? '';

/** What is read is a sheet that is written again to what reads the same; what is refused says why. */
function readAndWrite(text: string): void {
  const root = treeOf(text);
  if (root === undefined) return;
  const read = readYearSheet(root);
  if ('problems' in read) {
    assert.ok(read.problems.length > 0 && read.problems.length <= 100);
    assert.ok(read.problems.every(({ path, sentence }) => path !== '' && sentence.endsWith('.')));
    return;
  }
  isCanonicalFile(text, read.sheet);
  const written = assembleRecordXml(writeYearSheet(read.sheet), []);
  assert.deepEqual(readYearSheet(parseTree(written)), read);
  assert.equal(isCanonicalFile(written, read.sheet), true);
}

function treeOf(text: string): XmlElement | undefined {
  try {
    return parseTree(text);
  } catch {
    return undefined; // not well-formed: the parser's business
  }
}

const communes = 'Mã,Tên,Cấp,Mã TP\n03808,Xã Mường La,Xã,14\n27553,Xã Củ Chi,Xã,79\n';
const smallTexts = ['9/3/2017', '094317001234', '8,5', 'Nguyễn Thị Ánh', '2017-03-09', 'TAM-17'];

export const fuzzTargets: readonly FuzzTarget[] = [
  { name: 'a record’s file', input: (draw) => mutate(pick(files, draw), draw), run: readAndWrite },
  { name: 'a record’s elements', input: (draw) => mutateElements(pick(files, draw), draw), run: readAndWrite },
  {
    name: 'the table of communes',
    input: (draw) => mutate(communes, draw),
    run(text) {
      const imported = importCommunes(readCsv(text), { validFrom: '2025-07-01', source: 'thử' });
      assert.ok('catalogue' in imported || imported.problems.length > 0);
    },
  },
  {
    name: 'a typed value',
    input: (draw) => mutate(pick(smallTexts, draw), draw),
    run(text) {
      parsePartialDate(text);
      parseScore(text);
      assert.equal(normaliseText(normaliseText(text)), normaliseText(text));
      assert.match(vietnameseSortKey(text), /^[ -~]*$/);
      checkPersonalId({ personalId: text, personalIdStatus: 'official', gender: 'female', birthDate: text });
    },
  },
];
