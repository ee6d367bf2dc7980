import { Worker } from 'node:worker_threads';
import type { Trust, VerificationReport } from '@hocba/verify';
import type { VerifyAnswer, VerifyQuestion } from './verify-task.ts';

/** Verifies files in threads of their own, so that listening goes on; hostile files cost a thread, never the process. */
export interface RecordVerifier {
  /** @throws VerificationTooSlow after `limitMs`; @throws Error when verification itself failed */
  verify(question: VerifyQuestion, given: KeyedTrust, limitMs?: number): Promise<VerificationReport>;
  close(): Promise<void>;
}

/** Equal keys mean equal trust: it is sent to a thread only when the key changes. */
export interface KeyedTrust {
  readonly key: string;
  readonly trust: Trust;
}

export class VerificationTooSlow extends Error {}

/** The first file of a thread waits for the form's engine to load. */
const LIMIT_MS = 60_000;
const MOST_WAITING = 64;
const HEAP_MB = 768;

/** A place for one thread; it is started by the first file it gets, and again after it died. */
interface Seat {
  worker: Worker | undefined;
  /** Who waits for the thread's answer. */
  listen: (outcome: VerifyAnswer | Error) => void;
  trustKey: string;
}

export function createRecordVerifier(size: number): RecordVerifier {
  const free: Seat[] = Array.from({ length: size }, () => ({
    worker: undefined,
    listen: () => undefined,
    trustKey: '',
  }));
  const all = [...free];
  const waiting: ((seat: Seat) => void)[] = [];
  const release = (seat: Seat) => {
    const next = waiting.shift();
    if (next) next(seat);
    else free.push(seat);
  };
  const acquire = () => {
    const seat = free.pop();
    if (seat) return Promise.resolve(seat);
    if (waiting.length >= MOST_WAITING) return Promise.reject(new VerificationTooSlow('too many files wait'));
    return new Promise<Seat>((resolve) => waiting.push(resolve));
  };
  return {
    verify: async (question, given, limitMs = LIMIT_MS) => {
      const seat = await acquire();
      try {
        return await ask(seat, { question, given, limitMs });
      } finally {
        release(seat);
      }
    },
    close: async () => {
      await Promise.all(all.map((seat) => seat.worker?.terminate()));
    },
  };
}

interface Asked {
  readonly question: VerifyQuestion;
  readonly given: KeyedTrust;
  readonly limitMs: number;
}

function ask(seat: Seat, { question, given, limitMs }: Asked): Promise<VerificationReport> {
  const worker = employ(seat);
  const { key: trustKey, trust } = given;
  const isNew = seat.trustKey !== trustKey;
  seat.trustKey = trustKey;
  return new Promise<VerificationReport>((resolve, reject) => {
    const fail = (error: Error) => {
      dismissWorker(seat, worker);
      reject(error);
    };
    const timer = setTimeout(() => fail(new VerificationTooSlow('time is over')), limitMs);
    seat.listen = (outcome) => {
      clearTimeout(timer);
      worker.unref();
      if (outcome instanceof Error) fail(outcome);
      else if ('report' in outcome) resolve(outcome.report);
      else reject(new Error(outcome.fault));
    };
    worker.postMessage({ ...question, trustKey, ...(isNew ? { trust } : {}) });
  });
}

/** No environment: the thread reads hostile bytes. */
function employ(seat: Seat): Worker {
  if (!seat.worker) {
    seat.trustKey = '';
    const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const tell = (outcome: VerifyAnswer | Error) => {
      if (seat.worker === worker) seat.listen(outcome);
    };
    worker.on('message', tell);
    worker.on('error', tell);
    worker.on('exit', () => tell(new Error('the verifying thread ended')));
    seat.worker = worker;
  }
  seat.worker.ref();
  return seat.worker;
}

function dismissWorker(seat: Seat, worker: Worker): void {
  seat.worker = undefined;
  void worker.terminate();
}
