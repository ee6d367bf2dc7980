import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { sampleRendition } from '../testing/sample-rendition.ts';
import { sampleYearSheet } from '../testing/sample-year-sheet.ts';
import { Crew } from './crew.ts';

const job = { kind: 'yearSheet', input: sampleRendition(sampleYearSheet()) } as const;

/** Answers its first job, then dies of its second. */
const mortal = `
  const { parentPort } = require('node:worker_threads');
  let jobs = 0;
  parentPort.on('message', () => (jobs++ === 0 ? parentPort.postMessage({ pdf: new Uint8Array([37]) }) : process.exit(1)));
`;

it('a worker that dies takes only its own job with it, and another takes its place', async () => {
  let started = 0;
  const crew = new Crew(1, () => {
    started += 1;
    return new Worker(mortal, { eval: true });
  });
  const results = await Promise.allSettled([crew.do(job), crew.do(job), crew.do(job)]);
  assert.deepEqual(
    results.map((result) => (result.status === 'fulfilled' ? 'done' : result.reason.code)),
    ['done', 'worker-lost', 'done'],
  );
  assert.equal(started, 2);
  await crew.close();
});

it('workers are started only when there is work', async () => {
  const crew = new Crew(2, () => assert.fail('started'));
  await crew.close();
});
