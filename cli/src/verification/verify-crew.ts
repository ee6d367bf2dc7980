import { Worker } from 'node:worker_threads';
import type { VerificationReport } from '@hocba/verify';
import { WorkerCrew } from '../crew/worker-crew.ts';
import { unreadableReport } from './unreadable-report.ts';

export interface VerifyJob {
  /** Trust directory. */
  readonly trust: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly workers: number;
}

/** A crew whose workers verify records. */
export function verifyCrew(
  { trust, at, workers }: VerifyJob,
  start: () => Worker = () => new Worker(new URL('./verify-worker.ts', import.meta.url), { workerData: { trust, at } }),
): WorkerCrew<VerificationReport> {
  const lost = (why: string) => unreadableReport(`Chương trình kiểm tra dừng đột ngột ở tệp này (${why}).`, at);
  return new WorkerCrew({ workers, start, lost });
}
