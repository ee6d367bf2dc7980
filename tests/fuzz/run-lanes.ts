import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Finding } from './fuzz-round.ts';
import type { FuzzMessage, FuzzTask } from './fuzz-worker.ts';
import type { TargetPlace } from './targets/index.ts';

export interface FuzzOrder {
  readonly targets: readonly TargetPlace[];
  /** For all together. */
  readonly minutes: number;
  /** How many targets at once. */
  readonly lanes: number;
  readonly firstRound: number;
  readonly rounds: number;
}

export interface TargetResult {
  readonly target: string;
  readonly tried: number;
  readonly findings: readonly Finding[];
}

/** An input that is not answered for so long is a finding, and its thread is ended. */
const hangsMs = 300_000;
/** A reader that fills it ends its thread, which is a finding. */
const heapMegabytes = 1024;
const mostFindings = 20;

/** Every target for its share of the time; results as they come. */
export async function runLanes(order: FuzzOrder, told: (result: TargetResult) => void): Promise<void> {
  const waiting = [...order.targets];
  const milliseconds = (order.minutes * 60_000 * Math.min(order.lanes, waiting.length)) / waiting.length;
  const lane = async () => {
    for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
      told(await runTarget({ ...order, place, milliseconds }));
    }
  };
  await Promise.all(Array.from({ length: order.lanes }, lane));
}

/** In a thread of its own; a thread that died is started again behind the round it died in. */
async function runTarget(order: Omit<FuzzTask, 'where'>): Promise<TargetResult> {
  const { place, rounds } = order;
  const findings: Finding[] = [];
  const last = order.firstRound + rounds;
  let { firstRound, milliseconds } = order;
  let tried = 0;
  while (firstRound < last && milliseconds > 0 && findings.length < mostFindings) {
    const where = new Int32Array(new SharedArrayBuffer(12));
    const task = { place, firstRound, rounds: last - firstRound, milliseconds, where };
    const { died, took } = await runWorker(task, (finding) => findings.push(finding));
    const [round = 0, number = 0, inputs = 0] = where;
    tried += inputs;
    if (died === undefined) break;
    findings.push({ target: place.name, round, number, what: died });
    firstRound = round + 1;
    milliseconds -= took;
  }
  return { target: place.name, tried, findings };
}

interface WorkerEnd {
  /** Why the thread ended before its time; undefined when it did not. */
  readonly died: string | undefined;
  /** Milliseconds from its first input on. */
  readonly took: number;
}

function runWorker(task: FuzzTask, found: (finding: Finding) => void): Promise<WorkerEnd> {
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  return new Promise((resolve) => {
    let began = performance.now();
    const finish = (died: string | undefined) => {
      clearInterval(watch);
      const took = performance.now() - began;
      void worker.terminate().then(() => resolve({ died, took }));
    };
    const watch = watchFor(task.where, () => finish(`no answer in ${hangsMs / 1000} s`));
    worker.on('message', (message: FuzzMessage) => {
      if (message === 'begin') began = performance.now();
      else if (message === 'end') finish(undefined);
      else found(message.finding);
    });
    worker.on('error', (error) => finish(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  });
}

function watchFor(where: Int32Array, hangs: () => void): NodeJS.Timeout {
  let seen = -1;
  let since = performance.now();
  return setInterval(() => {
    const tried = Atomics.load(where, 2);
    if (tried !== seen) since = performance.now();
    seen = tried;
    if (performance.now() - since > hangsMs) hangs();
  }, 1000);
}

/** What a target came to, in lines; inputs that broke something are written to files. */
export function resultLines({ target, tried, findings }: TargetResult): string {
  const lines = findings.map(({ round, number, what, input }) => {
    const file = input && keepInput(`${target}-${round}-${number}`, input);
    return `  ✗ ${target}, round ${round}, input ${number}${file ? ` (${file})` : ''}: ${what}`;
  });
  return [`${target}: ${tried} inputs, ${findings.length} findings`, ...lines].join('\n');
}

function keepInput(name: string, input: Uint8Array): string {
  const folder = join(tmpdir(), 'hocba-fuzz');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, input);
  return file;
}
