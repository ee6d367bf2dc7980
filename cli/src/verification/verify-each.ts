import type { VerificationReport } from '@hocba/verify';
import { VerifyCrew, type VerifyJob } from './verify-crew.ts';

export interface FileReport {
  readonly file: string;
  readonly report: VerificationReport;
}

/** Files begun ahead of the reader, a worker: enough to keep all busy, few enough to hold memory flat. */
const ahead = 4;

/** Verifies files on all cores and gives the reports in the order of the files. */
export async function* verifyEach(
  files: AsyncIterable<string>,
  job: VerifyJob,
): AsyncGenerator<FileReport, void, undefined> {
  const crew = new VerifyCrew(job);
  const begun: Promise<FileReport>[] = [];
  try {
    for await (const file of files) {
      begun.push(crew.verify(file).then((report) => ({ file, report })));
      const first = begun.length > job.workers * ahead ? begun.shift() : undefined;
      if (first) yield await first;
    }
    for (const report of begun) yield await report;
  } finally {
    await crew.close();
  }
}
