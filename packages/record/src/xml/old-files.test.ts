import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import { parseTree } from '../../testing/parse-tree.ts';
import { perSubjectSheet, sampleSheet } from '../../testing/sample-sheet.ts';
import { lowerSecondarySheet } from '../../testing/secondary-samples.ts';
import { assembleRecordXml, contentDigestInput, readYearSheet, writeYearSheet } from '../index.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** SHA-256 of the file without signatures and of the digest’s input, as the first version of the format wrote them. */
const asEver = [
  {
    sheet: sampleSheet,
    file: '996f4b704ba54555325ad415da9ab06fdca8945a2516ae19a477a89a5027a22a',
    content: '9c00d5a0e816c7e907c539994a4ab84207359b62a3ecd942ab80a6a1d5dda235',
  },
  {
    sheet: perSubjectSheet,
    file: '42f23ae602695a43b79e8126334baf6466f21cd69d455efebf0bfa8440bb461c',
    content: 'a0d170474e2abc01fde602a849c5ebaa65330bb15926168de5ba1a25c909b057',
  },
];

for (const { sheet, file, content } of asEver) {
  it(`a primary sheet of ${sheet.signatories.length} signatories keeps its bytes, so that signed files stay what they are`, () => {
    assert.equal(sha256(assembleRecordXml(writeYearSheet(sheet), [])), file);
    assert.equal(sha256(contentDigestInput(sheet)), content);
  });
}

it('a primary sheet may carry its schooling history, and without it has no element for it', () => {
  const sheet = { ...sampleSheet, schooling: lowerSecondarySheet.schooling };
  const file = assembleRecordXml(writeYearSheet(sheet), []);
  assert.deepEqual(readYearSheet(parseTree(file)), { sheet });
  assert.equal(assembleRecordXml(writeYearSheet(sampleSheet), []).includes('QuaTrinhHocTap'), false);
});
