import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/database/database.ts';
import { listPrepared } from './session.store.ts';

/** How many documents a token's owner is handed at once: one PIN, one list they can look through. */
export const MOST_A_DELIVERY = 200;

/** What the token signs next, how much is left in all, and the digest that both screens show for this list. */
export async function nextTokenList(tx: Tx, sessionId: string) {
  const prepared = await listPrepared(tx, sessionId);
  const items = prepared.slice(0, MOST_A_DELIVERY);
  return { items, left: prepared.length, listDigest: listDigestOf(items.map(({ digest }) => digest)) };
}

/** SHA-256, hex, over the digests one after the other: what the phone or the agent shows for a list. */
export function listDigestOf(digests: readonly Uint8Array[]): string {
  return createHash('sha256').update(Buffer.concat(digests)).digest('hex');
}
