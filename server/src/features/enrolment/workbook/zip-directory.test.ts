import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { buildSecondSchool, writeWorkbook } from '../../../../../simulators/sector-database/index.ts';
import { seededRandom } from '../../../../../simulators/sector-database/seeded-random.ts';
import { openWorkbook } from './open-workbook.ts';
import { RefusedWorkbook } from './refused-workbook.ts';
import { validateWorkbook } from './validate-workbook.ts';
import { defaultWorkbookLimits } from './workbook-limits.ts';
import { readZipDirectory } from './zip-directory.ts';

let file: Uint8Array;

before(async () => {
  file = await writeWorkbook(buildSecondSchool(1).data);
});

describe('the directory of a workbook', () => {
  it('lists every part with the size it will have', () => {
    const parts = readZipDirectory(file, defaultWorkbookLimits);
    assert.ok(parts.some(({ name }) => name === 'xl/workbook.xml'));
    assert.ok(parts.every(({ data, unpackedBytes }) => data.length > 0 && unpackedBytes > 0));
  });

  it('accepts no byte before, after or between its parts', () => {
    const refused = (bytes: Uint8Array) =>
      assert.throws(() => readZipDirectory(bytes, defaultWorkbookLimits), RefusedWorkbook);
    refused(Buffer.concat([Buffer.from('x'), file]));
    refused(Buffer.concat([file, Buffer.from('x')]));
  });
});

describe('a workbook damaged at random', () => {
  it('is either refused or read to the same content, never anything else', async () => {
    const random = seededRandom('damaged workbooks');
    const whole = JSON.stringify(await openWorkbook(file, defaultWorkbookLimits));
    let refusals = 0;
    for (let round = 0; round < 60; round += 1) {
      const damaged = Uint8Array.from(file);
      for (let count = random.between(1, 4); count > 0; count -= 1) {
        damaged[random.between(0, file.length - 1)] = random.between(0, 255);
      }
      const cut = random.chance(0.2) ? damaged.subarray(0, random.between(0, file.length)) : damaged;
      try {
        assert.equal(JSON.stringify(await openWorkbook(cut, defaultWorkbookLimits)), whole);
      } catch (error) {
        assert.ok(error instanceof RefusedWorkbook, String(error));
        refusals += 1;
      }
    }
    assert.ok(refusals > 40, String(refusals));
  });
});

describe('sheets filled with nonsense', () => {
  it('give problems, never a crash', async () => {
    const random = seededRandom('nonsense');
    const sheets = await openWorkbook(file, defaultWorkbookLimits);
    const nonsense = [
      null,
      '',
      '  ',
      'x',
      -1,
      0.1,
      1e300,
      Number.NaN,
      true,
      new Date(Number.NaN),
      '\ud800',
      '=1+1',
      '9'.repeat(500),
    ];
    for (let round = 0; round < 15; round += 1) {
      const spoiled = sheets.map(({ name, rows }) => ({
        name,
        rows: rows.map((row) => row.map((cell) => (random.chance(0.02) ? random.pick(nonsense) : cell))),
      }));
      const outcome = validateWorkbook(spoiled, { schoolId: null });
      assert.equal(outcome.accepted, false);
      assert.ok(outcome.problems.length > 0);
      for (const { sentence } of outcome.problems) assert.match(sentence, /\S\. ?\S|\.$/u);
    }
  });
});
