import type { VerificationReport } from '@hocba/verify';
import { answersInOrder } from '../crew/worker-crew.ts';
import { type VerifyJob, verifyCrew } from './verify-crew.ts';

export interface FileReport {
  readonly file: string;
  readonly report: VerificationReport;
}

/** Verifies files on all cores and gives the reports in the order of the files. */
export async function* verifyEach(
  files: AsyncIterable<string>,
  job: VerifyJob,
): AsyncGenerator<FileReport, void, undefined> {
  for await (const { file, answer } of answersInOrder(files, verifyCrew(job))) yield { file, report: answer };
}
