import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { arbitrarySheet } from '../../testing/arbitrary-sheet.ts';
import { parseTree } from '../../testing/parse-tree.ts';
import { assembleRecordXml, readYearSheet, writeYearSheet } from '../index.ts';

it('whatever is written is read back the same, and written again to the same bytes', () => {
  fc.assert(
    fc.property(arbitrarySheet, (sheet) => {
      const file = assembleRecordXml(writeYearSheet(sheet), []);
      const read = readYearSheet(parseTree(file));
      assert.ok('sheet' in read, JSON.stringify(read));
      assert.deepEqual(read.sheet, sheet);
      assert.equal(assembleRecordXml(writeYearSheet(read.sheet), []), file);
    }),
    { numRuns: 200 },
  );
});

it('no change of a single character goes unnoticed: it is refused or read as another sheet', () => {
  fc.assert(
    fc.property(arbitrarySheet, fc.nat(), (sheet, at) => {
      const file = assembleRecordXml(writeYearSheet(sheet), []);
      const start = file.indexOf('<ThongTin');
      const place = start + (at % (file.indexOf('<ChuKy>') - start));
      const changed = `${file.slice(0, place)}${file[place] === 'x' ? 'y' : 'x'}${file.slice(place + 1)}`;
      const read = readOrUndefined(changed);
      if (read && 'sheet' in read) assert.notDeepEqual(read.sheet, sheet);
    }),
    { numRuns: 200 },
  );
});

function readOrUndefined(xml: string) {
  try {
    return readYearSheet(parseTree(xml));
  } catch {
    return undefined; // not well-formed any more
  }
}
