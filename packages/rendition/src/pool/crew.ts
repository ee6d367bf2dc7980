import type { Worker } from 'node:worker_threads';
import { RenditionError } from '../pdf/rendition-error.ts';
import type { RenderAnswer, RenderJob } from './render-job.ts';

interface Task {
  readonly job: RenderJob;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: RenditionError) => void;
}

/** A place for one worker; it is started by the first task it gets, and again after it died. */
interface Seat {
  worker: Worker | undefined;
  task: Task | undefined;
}

/** Worker threads, one job each at a time; more wait in line. */
export class Crew {
  readonly #startWorker: () => Worker;
  readonly #seats: readonly Seat[];
  readonly #waiting: Task[] = [];
  #closed = false;

  constructor(size: number, startWorker: () => Worker) {
    this.#startWorker = startWorker;
    this.#seats = Array.from({ length: size }, () => ({ worker: undefined, task: undefined }));
  }

  do(job: RenderJob): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(poolClosed());
      this.#waiting.push({ job, resolve, reject });
      this.#assign();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const unfinished = [...this.#waiting.splice(0), ...this.#seats.flatMap(({ task }) => task ?? [])];
    for (const { reject } of unfinished) reject(poolClosed());
    await Promise.all(this.#seats.map(({ worker }) => worker?.terminate()));
  }

  #assign(): void {
    for (const seat of this.#seats) {
      if (seat.task !== undefined) continue;
      const task = this.#waiting.shift();
      if (task === undefined) return;
      seat.task = task;
      seat.worker ??= this.#employ(seat);
      seat.worker.ref();
      seat.worker.postMessage(task.job);
    }
  }

  #employ(seat: Seat): Worker {
    const worker = this.#startWorker();
    worker.on('message', (answer: RenderAnswer) => {
      const task = leave(seat);
      if ('pdf' in answer) task?.resolve(answer.pdf);
      else task?.reject(new RenditionError(answer.error.code, answer.error.message));
      this.#assign();
    });
    // Unheard, an error in the worker would end this process; its exit follows and is dealt with.
    worker.on('error', () => undefined);
    worker.on('exit', () => this.#lose(seat));
    return worker;
  }

  /** A worker that died takes only its own task with it. */
  #lose(seat: Seat): void {
    if (this.#closed) return;
    const task = leave(seat);
    seat.worker = undefined;
    task?.reject(new RenditionError('worker-lost', 'Luồng lập bản thể hiện dừng đột ngột. Hãy lập lại.'));
    this.#assign();
  }
}

function leave(seat: Seat): Task | undefined {
  const task = seat.task;
  seat.task = undefined;
  seat.worker?.unref();
  return task;
}

function poolClosed(): RenditionError {
  return new RenditionError('pool-closed', 'Bộ lập bản thể hiện đã dừng.');
}
