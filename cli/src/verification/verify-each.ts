import { Worker } from 'node:worker_threads';
import type { VerificationReport } from '@hocba/verify';

export interface VerifyJob {
  /** Trust directory. */
  readonly trust: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly workers: number;
}

export interface FileReport {
  readonly file: string;
  readonly report: VerificationReport;
}

interface Seat {
  readonly worker: Worker;
  busy: boolean;
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
      const report = crew.verify(file);
      // Told when its turn comes; until then a rejection is not forgotten, only not yet asked about.
      report.catch(() => undefined);
      begun.push(report);
      const first = begun.length > job.workers * ahead ? begun.shift() : undefined;
      if (first) yield await first;
    }
    for (const report of begun) yield await report;
  } finally {
    await crew.close();
  }
}

class VerifyCrew {
  readonly #job: VerifyJob;
  readonly #seats: Seat[] = [];
  readonly #waiting: ((seat: Seat) => void)[] = [];

  constructor(job: VerifyJob) {
    this.#job = job;
  }

  async verify(file: string): Promise<FileReport> {
    const seat = await this.#freeSeat();
    try {
      const report = await ask(seat.worker, file);
      return { file, report };
    } finally {
      const next = this.#waiting.shift();
      if (next) next(seat);
      else seat.busy = false;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#seats.map(({ worker }) => worker.terminate()));
  }

  #freeSeat(): Promise<Seat> | Seat {
    const idle = this.#seats.find(({ busy }) => !busy);
    if (idle) {
      idle.busy = true;
      return idle;
    }
    if (this.#seats.length >= this.#job.workers) return new Promise((resolve) => this.#waiting.push(resolve));
    const { trust, at } = this.#job;
    const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { workerData: { trust, at } });
    const seat = { worker, busy: true };
    this.#seats.push(seat);
    return seat;
  }
}

function ask(worker: Worker, file: string): Promise<VerificationReport> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (report: VerificationReport) => settle(() => resolve(report));
    const onError = (error: unknown) => settle(() => reject(new Error(`${file}`, { cause: error })));
    const onExit = () => settle(() => reject(new Error(`${file}: the worker ended`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(file);
  });
}
