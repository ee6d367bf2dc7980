import type { Tx } from './database/database.ts';

/** A message from another install whose signature, sender, addressee and number were checked. */
export interface IncomingMessage {
  readonly messageId: string;
  readonly sender: string;
  readonly sequence: number;
  readonly kind: string;
  readonly body: unknown;
}

/**
 * Takes a message in two moves: `prepare` does the slow part (verifying files) outside any transaction, the function it
 * returns writes the effect inside the inbox transaction, once per message, and gives the answer sent back.
 */
export type MessageHandler = (message: IncomingMessage) => Promise<(tx: Tx) => Promise<Record<string, unknown>>>;
