import { setTimeout as wait } from 'node:timers/promises';
import { CscError, invalidRequest } from '../remote-signing/csc-error.ts';

const COUNTED = [
  'tooManyRequests',
  'unavailable',
  'partialList',
  'wrongOrder',
  'wrongKey',
  'duplicate',
  'cutAfterAsking',
  'cutAfterSigning',
] as const;
const LASTING = ['latencyMs', 'sadSeconds'] as const;

type Counted = (typeof COUNTED)[number];

/** Ways to misbehave: counted ones for so many calls, lasting ones until changed. */
export type Faults = Partial<Record<Counted | (typeof LASTING)[number], number>>;

/** The switches of one running service; every simulator of a signing service has the same. */
export class FaultSwitches {
  #faults: Faults = {};

  /** Replaces all switches. @throws CscError for an unknown one. */
  set(given: unknown): Faults {
    const entries = Object.entries(given ?? {});
    const known: readonly string[] = [...COUNTED, ...LASTING];
    const wrong = entries.find(([name, value]) => !known.includes(name) || typeof value !== 'number' || value < 0);
    if (wrong !== undefined) throw invalidRequest(`Unknown fault ${wrong[0]}: a number for one of ${known.join(', ')}`);
    this.#faults = Object.fromEntries(entries);
    return this.#faults;
  }

  get sadSeconds(): number | undefined {
    return this.#faults.sadSeconds;
  }

  /** Waits, and sometimes refuses, before anything is done. */
  async before(): Promise<void> {
    if (this.#faults.latencyMs !== undefined) await wait(this.#faults.latencyMs);
    if (this.take('tooManyRequests')) throw new CscError('too_many_requests', 'Too many requests, try again later');
    if (this.take('unavailable'))
      throw new CscError('temporarily_unavailable', 'The service is unavailable, try again later');
  }

  /** Whether this call is one that goes wrong in this way; counts it. */
  take(fault: Counted): boolean {
    const left = this.#faults[fault] ?? 0;
    if (left > 0) this.#faults = { ...this.#faults, [fault]: left - 1 };
    return left > 0;
  }

  /** Spoils an answer that has been made and kept correctly. */
  spoil(signatures: readonly string[]): readonly string[] {
    const [first = '', ...rest] = signatures;
    if (this.take('partialList')) return signatures.slice(0, -1);
    if (this.take('wrongOrder')) return [...rest, first];
    if (this.take('duplicate')) return signatures.map(() => first);
    return signatures;
  }
}
