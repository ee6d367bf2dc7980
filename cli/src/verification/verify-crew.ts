import { Worker } from 'node:worker_threads';
import type { VerificationReport } from '@hocba/verify';
import { unreadableReport } from './unreadable-report.ts';

export interface VerifyJob {
  /** Trust directory. */
  readonly trust: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly workers: number;
}

/** A place for one worker; a worker that died is replaced by the next file. */
interface Seat {
  worker: Worker | undefined;
  busy: boolean;
}

/** Worker threads, one file each at a time; more wait in line. A file that kills its worker takes no other with it. */
export class VerifyCrew {
  readonly #job: VerifyJob;
  readonly #seats: readonly Seat[];
  readonly #waiting: ((seat: Seat) => void)[] = [];
  readonly #startWorker: (job: VerifyJob) => Worker;

  constructor(job: VerifyJob, start: (job: VerifyJob) => Worker = startWorker) {
    this.#job = job;
    this.#startWorker = start;
    this.#seats = Array.from({ length: job.workers }, () => ({ worker: undefined, busy: false }));
  }

  async verify(file: string): Promise<VerificationReport> {
    const seat = await this.#freeSeat();
    seat.worker ??= this.#startWorker(this.#job);
    try {
      return await ask(seat.worker, file);
    } catch (error) {
      seat.worker = undefined;
      const why = error instanceof Error ? error.message : String(error);
      return unreadableReport(`Chương trình kiểm tra dừng đột ngột ở tệp này (${why}).`, this.#job.at);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(seat);
      else seat.busy = false;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#seats.map(({ worker }) => worker?.terminate()));
  }

  #freeSeat(): Promise<Seat> | Seat {
    const idle = this.#seats.find(({ busy }) => !busy);
    if (!idle) return new Promise((resolve) => this.#waiting.push(resolve));
    idle.busy = true;
    return idle;
  }
}

function startWorker({ trust, at }: VerifyJob): Worker {
  return new Worker(new URL('./verify-worker.ts', import.meta.url), { workerData: { trust, at } });
}

/** The worker's answer; rejects when it fails or dies first. */
function ask(worker: Worker, file: string): Promise<VerificationReport> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (report: VerificationReport) => settle(() => resolve(report));
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = (code: number) => settle(() => reject(new Error(`mã thoát ${code}`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(file);
  });
}
