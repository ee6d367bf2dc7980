import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { renderBooklet } from '../booklet/render-booklet.ts';
import { summariseClass } from '../class-summary/class-summary.ts';
import { renderClassSummary } from '../class-summary/render-class-summary.ts';
import { sampleClass } from '../testing/sample-class.ts';
import { sampleRendition } from '../testing/sample-rendition.ts';
import { sampleYearSheet, subjectResult } from '../testing/sample-year-sheet.ts';
import { renderYearSheet } from '../year-sheet/render-year-sheet.ts';
import { type RenderOutcome, renderPool } from './render-pool.ts';

const good = sampleRendition(sampleYearSheet());
const bad = sampleRendition(sampleYearSheet({ subjects: [subjectResult('music', null, '😀')] }));

describe('the pool of workers', () => {
  const pool = renderPool({ workers: 2 });
  after(() => pool.close());

  it('gives the same bytes as rendering without it', async () => {
    assert.deepEqual(await pool.renderYearSheet(good), await renderYearSheet(good));
    const booklet = { years: [good] };
    assert.deepEqual(await pool.renderBooklet(booklet), await renderBooklet(booklet));
    const summary = summariseClass(sampleClass(4));
    assert.deepEqual(await pool.renderClassSummary(summary), await renderClassSummary(summary));
  });

  it('reports one that fails and goes on with the rest, in order', async () => {
    const outcomes: RenderOutcome<typeof good>[] = [];
    for await (const outcome of pool.renderEach([good, bad, good, good, good, good, good], (item) => item))
      outcomes.push(outcome);
    assert.deepEqual(
      outcomes.map((outcome) => ('pdf' in outcome ? 'rendered' : outcome.error.code)),
      ['rendered', 'unprintable-character', ...Array(5).fill('rendered')],
    );
  });

  it('takes no more than two a worker ahead of its reader', async () => {
    let taken = 0;
    function* endless() {
      for (; taken < 1000; taken += 1) yield good;
    }
    for await (const _ of pool.renderEach(endless(), (item) => item)) break;
    assert.ok(taken <= 5, `${taken} taken`);
  });
});

describe('a closed pool', () => {
  it('rejects what it had not finished and what comes after', async () => {
    const pool = renderPool({ workers: 1 });
    const unfinished = [pool.renderYearSheet(good), pool.renderYearSheet(good)].map((result) =>
      result.catch((error: { code: string }) => error.code),
    );
    await pool.close();
    assert.deepEqual(await Promise.all(unfinished), ['pool-closed', 'pool-closed']);
    await assert.rejects(pool.renderYearSheet(good), { code: 'pool-closed' });
  });
});
