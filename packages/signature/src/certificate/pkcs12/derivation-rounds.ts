import type { DerValue } from '../../der/reader.ts';
import { readSmallInteger } from '../../der/simple-values.ts';
import { SignatureError } from '../../errors.ts';

/** A file can ask for any number of rounds, as often as it likes: more than this is an attack on whoever opens it. */
export const mostRounds = 2_000_000;

/** What a key file may still cost; all derivations of one file count together. */
export class DerivationRounds {
  #left = mostRounds;

  /** The iteration count of a derivation that runs `times` over. Throws `pkcs12-malformed`. */
  read(value: DerValue, times = 1): number {
    const iterations = readSmallInteger(value);
    this.#left -= iterations * times;
    if (iterations >= 1 && this.#left >= 0) return iterations;
    throw new SignatureError('pkcs12-malformed', `${iterations} iterations`);
  }
}

/** What opens a key file. */
export interface KeyFileOpener {
  readonly password: string;
  readonly rounds: DerivationRounds;
}
