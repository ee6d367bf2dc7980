import type { EnvelopeHeader } from './envelope.ts';

/** What a receiver remembers of this sender, looked up in the transaction that will act. */
export interface DeliveryMemory {
  /** Digest stored under this `messageId`, if it came before. */
  readonly seenBodyDigest: string | undefined;
  /** Highest sequence number acted on without a gap below it; 0 at first. */
  readonly lastSequence: number;
}

/**
 * `next`: act and remember. `duplicate`: answer as before, do nothing. `conflict`: the same `messageId` with another
 * body, or a number already used; a fault or an attack, never act. `early`: `missing` messages are still under way.
 */
export type Delivery =
  | { readonly delivery: 'next' | 'duplicate' | 'conflict' }
  | { readonly delivery: 'early'; readonly missing: number };

/** Whether a verified envelope is new. Whether an early one waits or is acted on is the receiver's choice. */
export function judgeDelivery({ bodyDigest, sequence }: EnvelopeHeader, memory: DeliveryMemory): Delivery {
  if (memory.seenBodyDigest !== undefined) {
    return { delivery: memory.seenBodyDigest === bodyDigest ? 'duplicate' : 'conflict' };
  }
  if (sequence <= memory.lastSequence) return { delivery: 'conflict' };
  const missing = sequence - memory.lastSequence - 1;
  return missing === 0 ? { delivery: 'next' } : { delivery: 'early', missing };
}
