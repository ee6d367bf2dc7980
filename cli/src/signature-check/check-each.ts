import { Worker } from 'node:worker_threads';
import { answersInOrder, WorkerCrew } from '../crew/worker-crew.ts';
import { withoutSignatures } from './check-file.ts';
import type { CheckJob } from './check-job.ts';
import type { SignatureFileReport } from './signature-report.ts';

/** Judges files on all cores and gives the reports in the order of the files. */
export async function* checkEach(
  files: AsyncIterable<string>,
  job: CheckJob,
  workers: number,
): AsyncGenerator<{ readonly file: string; readonly report: SignatureFileReport }, void, undefined> {
  const crew = new WorkerCrew<SignatureFileReport>({
    workers,
    start: () => new Worker(new URL('./check-worker.ts', import.meta.url), { workerData: job }),
    lost: (why) => {
      const sentence = `Chương trình kiểm tra dừng đột ngột ở tệp này (${why}).`;
      return withoutSignatures('unreadable', { kind: null, at: job.at, sentence });
    },
  });
  for await (const { file, answer } of answersInOrder(files, crew)) yield { file, report: answer };
}
