import { setTimeout as wait } from 'node:timers/promises';

/** What can be made to fail, until switched back or restarted. */
export interface Faults {
  readonly tsaDown: boolean;
  readonly ocspDown: boolean;
  readonly crlDown: boolean;
  /** Added before every answer of TSA, OCSP and CRL. */
  readonly latencyMs: number;
}

export type FaultyService = 'tsa' | 'ocsp' | 'crl';

export class FaultSwitch {
  #faults: Faults = { tsaDown: false, ocspDown: false, crlDown: false, latencyMs: 0 };

  /** Changes the named switches, leaves the others, and returns them all. */
  set(changes: Partial<Faults>): Faults {
    this.#faults = { ...this.#faults, ...changes };
    return this.#faults;
  }

  /** Waits as told; true when the service must not answer. */
  async strikes(service: FaultyService): Promise<boolean> {
    if (this.#faults.latencyMs > 0) await wait(this.#faults.latencyMs);
    return this.#faults[`${service}Down`];
  }
}
