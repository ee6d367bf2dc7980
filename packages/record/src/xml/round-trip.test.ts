import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { arbitrarySheet } from '../../testing/arbitrary-sheet.ts';
import { parseTree } from '../../testing/parse-tree.ts';
import { sampleSheet } from '../../testing/sample-sheet.ts';
import { assembleRecordXml, isCanonicalFile, readYearSheet, writeYearSheet } from '../index.ts';

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

const signed = assembleRecordXml(writeYearSheet(sampleSheet), [
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"></ds:Signature>',
]);

it('a file as the writer made it is canonical, with signatures and without', () => {
  assert.equal(isCanonicalFile(signed, sampleSheet), true);
  assert.equal(isCanonicalFile(assembleRecordXml(writeYearSheet(sampleSheet), []), sampleSheet), true);
});

for (const [how, from, to] of [
  ['with a blank inside a tag', '<Khoi>', '<Khoi >'],
  ['with a character reference', '<Khoi>3', '<Khoi>&#51;'],
  ['with CDATA', '<Khoi>3', '<Khoi><![CDATA[3]]>'],
  ['with another prefix', /<Khoi>3<\/Khoi>/, '<h:Khoi xmlns:h="urn:vn:hocba:1.0">3</h:Khoi>'],
  ['with other quotes', 'Id="tt"', "Id='tt'"],
  ['without its declaration', /^<\?xml[^\n]*\n/, ''],
  ['with something after the end', /$/, '\n'],
] as const) {
  it(`the same record written ${how} reads the same but is not canonical`, () => {
    const other = signed.replace(from, to);
    assert.deepEqual(readYearSheet(parseTree(other)), { sheet: sampleSheet });
    assert.equal(isCanonicalFile(other, sampleSheet), false);
  });
}

function readOrUndefined(xml: string) {
  try {
    return readYearSheet(parseTree(xml));
  } catch {
    return undefined; // not well-formed any more
  }
}
