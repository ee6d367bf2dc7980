import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { encodePem } from '@hocba/signature';
import { extendedRecords } from '../../packages/signature/src/xades/extend/test-extended-record.ts';
import { dssMissing, judgeByDss } from './dss-judge.ts';
import { judgeBySantuario, judgeByXmlsec1 } from './xml-judges.ts';

const directory = mkdtempSync(join(tmpdir(), 'hocba-long-term-'));
after(() => rmSync(directory, { recursive: true, force: true }));
const { authority, levels } = extendedRecords();
const files = Object.entries(levels).map(([level, xml], index) => {
  const file = join(directory, `${index}.xml`);
  writeFileSync(file, xml);
  return { level, file };
});
const signatureIds = ['sig-cn', 'sig-ht', 'sig-cq'];

for (const { level, file } of files) {
  test(`xmlsec1 accepts every signature of a record whose first is at ${level}`, () => {
    for (const verdict of judgeByXmlsec1(file, signatureIds, [encodePem(authority.root.certificate)])) {
      assert.ok(verdict.valid, `${verdict.signatureId}: ${verdict.says}`);
    }
  });
}

test('Santuario accepts every signature at every level', (t) => {
  const verdicts = judgeBySantuario(files.map(({ file }) => file));
  if (verdicts === undefined) return t.skip('no JDK with Santuario');
  for (const { level, file } of files)
    assert.ok(
      verdicts.get(file)?.every(({ valid }) => valid),
      level,
    );
});

test('EU DSS finds each level reached by the first signature, and the others as they were', {
  skip: dssMissing,
}, () => {
  const anchors = [authority.root.certificate, authority.authority.certificate];
  const verdicts = judgeByDss(levels, anchors);
  assert.deepEqual([...verdicts.keys()], Object.keys(levels));
  for (const [name, [first, ...others]] of verdicts) {
    assert.equal(first?.format, name.replace(' renewed', '').replace('B-', 'XAdES-BASELINE-'));
    // Nothing is fetched: at B-T there is no word on revocation.
    assert.equal(first?.indication, name === 'B-T' ? 'INDETERMINATE' : 'TOTAL_PASSED');
    assert.deepEqual(
      others.map(({ format }) => format),
      ['XAdES-BASELINE-T', 'XAdES-BASELINE-T'],
      name,
    );
  }
});
