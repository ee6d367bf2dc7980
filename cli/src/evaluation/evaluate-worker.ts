import { parentPort } from 'node:worker_threads';
import { evaluateChunk } from './evaluate-chunk.ts';
import type { LineChunk } from './line-chunks.ts';

parentPort?.on('message', (chunk: LineChunk) => {
  const answer = evaluateChunk(chunk);
  parentPort?.postMessage(answer);
});
