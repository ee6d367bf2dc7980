import { setTimeout as wait } from 'node:timers/promises';
import { ServiceError } from './service-http.ts';
import type { AuthorisationAnswer } from './signing-service.ts';

/** Long enough to learn of a refusal at once, short against a person's look at the phone. */
const FIRST_LOOK_MS = 250;
const KEPT_MS = 10 * 60_000;

type Settled = { readonly answer: AuthorisationAnswer } | { readonly error: unknown };

interface Open {
  settled: Settled | undefined;
  readonly until: number;
}

/**
 * Calls that stay open until somebody answers on the phone, looked at from outside. They end with the process: asked
 * about one it does not know, `look` throws `invalid_request`, and the coordinator asks the service anew.
 */
export function openApprovals() {
  const open = new Map<string, Open>();
  return {
    /** Starts the call unless one of this name still waits. Rejects with what the call rejects with at once. */
    async begin(name: string, authorise: () => Promise<AuthorisationAnswer>): Promise<void> {
      forgetOld(open);
      const known = open.get(name);
      if (known && known.settled === undefined) return;
      const entry: Open = { settled: undefined, until: performance.now() + KEPT_MS };
      open.set(name, entry);
      const call = authorise().then(
        (answer) => {
          entry.settled = { answer };
        },
        (error: unknown) => {
          entry.settled = { error };
        },
      );
      await Promise.race([call, wait(FIRST_LOOK_MS)]);
      const { settled } = entry;
      if (settled === undefined || 'answer' in settled) return;
      open.delete(name);
      throw settled.error;
    },
    look(name: string): AuthorisationAnswer {
      const entry = open.get(name);
      if (!entry) throw new ServiceError('invalid_request', 'this process has not asked');
      if (entry.settled === undefined) return { state: 'pending' };
      open.delete(name);
      if ('error' in entry.settled) throw entry.settled.error;
      return entry.settled.answer;
    },
  };
}

function forgetOld(open: Map<string, Open>): void {
  for (const [name, { until }] of open) if (until < performance.now()) open.delete(name);
}
