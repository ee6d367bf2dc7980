import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ClassSummary } from '../class-summary/class-summary.ts';
import { oneLayoutThread } from '../pdf/one-layout-thread.ts';
import { RenditionError } from '../pdf/rendition-error.ts';
import type { YearSheetRendition } from '../primary/year-sheet-rendition.ts';
import type { RenderAnswer, RenderJob } from './render-job.ts';

/** One finished rendition of a long run: the PDF, or why there is none. */
export type RenderOutcome<Item> =
  | { readonly item: Item; readonly pdf: Uint8Array }
  | { readonly item: Item; readonly error: RenditionError };

/** Workers that render; idle ones do not keep the process alive. */
export interface RenderPool {
  renderYearSheet(rendition: YearSheetRendition): Promise<Uint8Array>;
  renderClassSummary(summary: ClassSummary): Promise<Uint8Array>;
  /**
   * Renders a long run in its order. Takes from `items` no more than two a worker ahead of the reader, so neither
   * inputs nor PDFs pile up; one that fails is reported and the rest go on.
   */
  renderEach<Item>(
    items: Iterable<Item> | AsyncIterable<Item>,
    renditionOf: (item: Item) => YearSheetRendition,
  ): AsyncGenerator<RenderOutcome<Item>, void, undefined>;
  /** Ends the workers; what they had not finished is rejected with `pool-closed`. */
  close(): Promise<void>;
}

interface Task {
  readonly job: RenderJob;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: RenditionError) => void;
}

interface Seat {
  worker: Worker;
  task: Task | undefined;
}

/** A pool of `workers` threads, one a core unless told otherwise. */
export function renderPool({ workers = availableParallelism() }: { workers?: number } = {}): RenderPool {
  oneLayoutThread();
  const crew = new Crew(workers);
  const renderYearSheet = (input: YearSheetRendition) => crew.do({ kind: 'yearSheet', input });
  return {
    renderYearSheet,
    renderClassSummary: (input) => crew.do({ kind: 'classSummary', input }),
    renderEach: (items, renditionOf) => inOrder(items, (item) => renderYearSheet(renditionOf(item)), workers * 2),
    close: () => crew.close(),
  };
}

async function* inOrder<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  render: (item: Item) => Promise<Uint8Array>,
  ahead: number,
): AsyncGenerator<RenderOutcome<Item>, void, undefined> {
  const begun: Promise<RenderOutcome<Item>>[] = [];
  for await (const item of items) {
    begun.push(
      render(item).then(
        (pdf) => ({ item, pdf }),
        (error: RenditionError) => ({ item, error }),
      ),
    );
    const first = begun.length > ahead ? begun.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const outcome of begun) yield await outcome;
}

class Crew {
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
