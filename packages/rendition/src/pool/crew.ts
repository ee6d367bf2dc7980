import { Worker } from 'node:worker_threads';
import { RenditionError } from '../pdf/rendition-error.ts';
import type { RenderAnswer, RenderJob } from './render-job.ts';

interface Task {
  readonly job: RenderJob;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: RenditionError) => void;
}

interface Seat {
  worker: Worker;
  task: Task | undefined;
}

/** Worker threads, one job each at a time; more wait in line. */
export class Crew {
  readonly #seats: Seat[];
  readonly #waiting: Task[] = [];
  #closed = false;

  constructor(size: number) {
    this.#seats = Array.from({ length: size }, () => this.#seat());
  }

  do(job: RenderJob): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new RenditionError('pool-closed', 'Dịch vụ lập bản thể hiện đã dừng.'));
      this.#waiting.push({ job, resolve, reject });
      this.#assign();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const unfinished = [...this.#waiting.splice(0), ...this.#seats.flatMap(({ task }) => task ?? [])];
    for (const { reject } of unfinished) reject(new RenditionError('pool-closed', 'Dịch vụ lập bản thể hiện đã dừng.'));
    await Promise.all(this.#seats.map(({ worker }) => worker.terminate()));
  }

  #assign(): void {
    for (const seat of this.#seats) {
      if (seat.task !== undefined) continue;
      const task = this.#waiting.shift();
      if (task === undefined) return;
      seat.task = task;
      seat.worker.ref();
      seat.worker.postMessage(task.job);
    }
  }

  #seat(): Seat {
    const seat: Seat = { worker: startWorker(), task: undefined };
    this.#attend(seat);
    return seat;
  }

  #attend(seat: Seat): void {
    seat.worker.unref();
    seat.worker.on('message', (answer: RenderAnswer) => {
      const task = leave(seat);
      if ('pdf' in answer) task?.resolve(answer.pdf);
      else task?.reject(new RenditionError(answer.error.code, answer.error.message));
      this.#assign();
    });
    seat.worker.on('error', () => undefined);
    seat.worker.on('exit', () => this.#replace(seat));
  }

  /** A worker that died takes only its own task with it. */
  #replace(seat: Seat): void {
    if (this.#closed) return;
    const task = leave(seat);
    seat.worker = startWorker();
    this.#attend(seat);
    task?.reject(new RenditionError('worker-lost', 'Tiến trình lập bản thể hiện dừng đột ngột. Hãy thử lại.'));
    this.#assign();
  }
}

function leave(seat: Seat): Task | undefined {
  const task = seat.task;
  seat.task = undefined;
  seat.worker.unref();
  return task;
}

function startWorker(): Worker {
  return new Worker(new URL('./render-worker.ts', import.meta.url));
}
