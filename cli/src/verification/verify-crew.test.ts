import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { verifyCrew } from './verify-crew.ts';

/** Answers each file with its name, but dies of the one called "fatal" and throws at the one called "faulty". */
const mortal = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (file) => {
    if (file === 'fatal') process.exit(9);
    if (file === 'faulty') throw new Error('a fault');
    parentPort.postMessage({ outcome: 'valid', sentence: file });
  });
`;

test('a file that kills its worker is reported, and the others are verified all the same', async () => {
  let started = 0;
  const crew = verifyCrew({ trust: '', at: 0, workers: 2 }, () => {
    started += 1;
    return new Worker(mortal, { eval: true });
  });
  const files = ['a', 'fatal', 'b', 'faulty', 'c', 'd'];
  const reports = await Promise.all(files.map((file) => crew.ask(file)));
  await crew.close();
  assert.deepEqual(
    reports.map(({ outcome }) => outcome),
    ['valid', 'unreadable', 'valid', 'unreadable', 'valid', 'valid'],
  );
  assert.match(reports[1]?.sentence ?? '', /mã thoát 9/);
  assert.match(reports[3]?.sentence ?? '', /a fault/);
  assert.ok(started >= 3 && started <= 4, `${started} workers`);
});
