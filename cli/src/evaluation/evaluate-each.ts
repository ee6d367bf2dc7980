import { Worker } from 'node:worker_threads';
import { type EvaluatedChunk, evaluateChunk } from './evaluate-chunk.ts';
import type { LineChunk } from './line-chunks.ts';

/** Chunks begun ahead of the reader, a worker: enough to keep all busy, few enough to hold memory flat. */
const ahead = 2;

/** Answers chunks in their order; on one core in this thread, else by as many workers. */
export async function* evaluateEach(
  chunks: AsyncIterable<LineChunk>,
  cores: number,
): AsyncGenerator<EvaluatedChunk, void, undefined> {
  if (cores === 1) {
    for await (const chunk of chunks) yield evaluateChunk(chunk);
    return;
  }
  const crew = Array.from({ length: cores }, () => new EvaluationSeat());
  const begun: Promise<EvaluatedChunk>[] = [];
  let given = 0;
  try {
    for await (const chunk of chunks) {
      const seat = crew[given++ % cores];
      if (seat === undefined) throw new RangeError(`${cores} cores`);
      const answer = seat.evaluate(chunk);
      // Told when its turn comes; until then a rejection is not forgotten, only not yet asked about.
      answer.catch(() => undefined);
      begun.push(answer);
      const first = begun.length > cores * ahead ? begun.shift() : undefined;
      if (first) yield await first;
    }
    for (const answer of begun) yield await answer;
  } finally {
    await Promise.all(crew.map((seat) => seat.close()));
  }
}

interface Asked {
  readonly resolve: (answer: EvaluatedChunk) => void;
  readonly reject: (why: unknown) => void;
}

/** One worker; it answers in the order it is asked. */
class EvaluationSeat {
  readonly #worker = new Worker(new URL('./evaluate-worker.ts', import.meta.url));
  readonly #asked: Asked[] = [];

  constructor() {
    this.#worker.on('message', (answer: EvaluatedChunk) => this.#asked.shift()?.resolve(answer));
    this.#worker.on('error', (why) => this.#fail(why));
    this.#worker.on('exit', () => this.#fail(new Error('the worker ended')));
  }

  evaluate(chunk: LineChunk): Promise<EvaluatedChunk> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(chunk);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(why: unknown): void {
    for (const { reject } of this.#asked.splice(0)) reject(why);
  }
}
