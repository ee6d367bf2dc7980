import { parentPort, workerData } from 'node:worker_threads';
import { readFileBytes } from '../crew/read-file-bytes.ts';
import { checkFile, contextOf, withoutSignatures } from './check-file.ts';
import type { CheckJob } from './check-job.ts';

const job: CheckJob = workerData;
const context = contextOf(job);

parentPort?.on('message', async (file: string) => {
  const bytes = await readFileBytes(file);
  const { at } = job;
  const report =
    typeof bytes === 'string'
      ? withoutSignatures('unreadable', { kind: null, at, sentence: bytes })
      : await checkFile(bytes, context, job);
  parentPort?.postMessage(report);
});
