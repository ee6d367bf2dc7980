import type { Worker } from 'node:worker_threads';

export interface CrewOrder<Answer> {
  readonly workers: number;
  readonly start: () => Worker;
  /** The answer about a file whose worker died over it. */
  readonly lost: (why: string) => Answer;
}

/** A place for one worker; a worker that died is replaced by the next file. */
interface Seat {
  worker: Worker | undefined;
  busy: boolean;
}

/** Worker threads, one file each at a time; more wait in line. A file that kills its worker takes no other with it. */
export class WorkerCrew<Answer> {
  readonly #order: CrewOrder<Answer>;
  readonly #seats: readonly Seat[];
  readonly #waiting: ((seat: Seat) => void)[] = [];

  constructor(order: CrewOrder<Answer>) {
    this.#order = order;
    this.#seats = Array.from({ length: order.workers }, () => ({ worker: undefined, busy: false }));
  }

  get workers(): number {
    return this.#order.workers;
  }

  async ask(file: string): Promise<Answer> {
    const seat = await this.#freeSeat();
    seat.worker ??= this.#order.start();
    try {
      return await answerOf<Answer>(seat.worker, file);
    } catch (error) {
      seat.worker = undefined;
      return this.#order.lost(error instanceof Error ? error.message : String(error));
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

/** Files begun ahead of the reader, a worker: enough to keep all busy, few enough to hold memory flat. */
const ahead = 4;

/** The answers about all files, in their order, however long each takes. Closes the crew. */
export async function* answersInOrder<Answer>(
  files: AsyncIterable<string>,
  crew: WorkerCrew<Answer>,
): AsyncGenerator<{ readonly file: string; readonly answer: Answer }, void, undefined> {
  const begun: Promise<{ file: string; answer: Answer }>[] = [];
  try {
    for await (const file of files) {
      begun.push(crew.ask(file).then((answer) => ({ file, answer })));
      const first = begun.length > crew.workers * ahead ? begun.shift() : undefined;
      if (first) yield await first;
    }
    for (const answer of begun) yield await answer;
  } finally {
    await crew.close();
  }
}

/** The worker's answer; rejects when it fails or dies first. */
function answerOf<Answer>(worker: Worker, file: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (answer: Answer) => settle(() => resolve(answer));
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = (code: number) => settle(() => reject(new Error(`mã thoát ${code}`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(file);
  });
}
