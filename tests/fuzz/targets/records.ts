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
} from '@hocba/record';
import { everySheet } from '../../../packages/record/testing/every-sheet.ts';
import { parseTree } from '../../../packages/record/testing/parse-tree.ts';
import { alteredElements, alteredText } from '../alter/text.ts';
import { asBytes } from '../alter/text-bytes.ts';
import { bytesOf, type FuzzTarget, textOf } from '../fuzz-target.ts';

const files = () => everySheet.map((sheet) => bytesOf(assembleRecordXml(writeYearSheet(sheet), [])));
const communes = 'Mã,Tên,Cấp,Mã TP\n03808,Xã Mường La,Xã,14\n27553,Xã Củ Chi,Xã,79\n';
const smallTexts = ['9/3/2017', '094317001234', '8,5', 'Nguyễn Thị Ánh', '2017-03-09', 'TAM-17'];

/** Halves of characters are no octets, yet reach us in JSON: they stand where octets were none. */
const brokenText = (bytes: Uint8Array) => textOf(bytes).replaceAll('\ufffd', '\ud800');

/** What people type and what records hold: nothing may be thrown. */
export const recordTargets: readonly FuzzTarget[] = [
  { name: 'record', read: (bytes) => readAndWrite(brokenText(bytes)), seeds: files, alter: asBytes(alteredText) },
  {
    ...{ name: 'record-elements', seeds: files, alter: asBytes(alteredElements) },
    read: (bytes) => readAndWrite(textOf(bytes)),
  },
  {
    ...{ name: 'communes', seeds: () => [bytesOf(communes)], alter: asBytes(alteredText) },
    read(bytes) {
      const imported = importCommunes(readCsv(brokenText(bytes)), { validFrom: '2025-07-01', source: 'thử' });
      assert.ok('catalogue' in imported || imported.problems.length > 0);
    },
  },
  {
    ...{ name: 'typed-value', seeds: () => smallTexts.map(bytesOf), alter: asBytes(alteredText) },
    read: (bytes) => readTyped(brokenText(bytes)),
  },
];

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

function readTyped(text: string): void {
  parsePartialDate(text);
  parseScore(text);
  assert.equal(normaliseText(normaliseText(text)), normaliseText(text));
  assert.match(vietnameseSortKey(text), /^[ -~]*$/);
  checkPersonalId({ personalId: text, personalIdStatus: 'official', gender: 'female', birthDate: text });
}
