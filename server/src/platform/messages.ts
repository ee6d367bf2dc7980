import type { Acknowledgement, Message, MessageBodies, MessageKind, Receipt } from '@hocba/protocol';
import type { InstallKind } from '../config.ts';
import type { Scope, Tx } from './database/database.ts';

/** A message from another install whose signature, sender, addressee and number were checked. */
export interface IncomingMessage<K extends MessageKind = MessageKind> {
  readonly messageId: string;
  readonly sender: string;
  readonly sequence: number;
  readonly createdAt: string;
  readonly kind: K;
  readonly body: MessageBodies[K];
}

export type Answer = Extract<Message, { readonly kind: 'receipt' | 'acknowledgement' }>;
export type AnswerBody = Receipt | Acknowledgement;

/** The effect of a message, written in the inbox transaction, once per message; its answer is sent back signed. */
export interface TakenMessage {
  readonly scope: Scope;
  effect(tx: Tx): Promise<Answer>;
}

/** Takes a message in two moves: `take` does the slow part (verifying files) outside any transaction. */
export interface MessageHandler<K extends MessageKind = MessageKind> {
  /** Kinds of install it is accepted from. */
  readonly from: readonly InstallKind[];
  take(message: IncomingMessage<K>): Promise<TakenMessage>;
}

export type MessageHandlers = { readonly [K in MessageKind]?: MessageHandler<K> };

/** A message of ours that was answered. */
export interface SentMessage {
  readonly messageId: string;
  readonly receiver: string;
  readonly schoolId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface SignedAnswer {
  readonly answer: Answer;
  /** As received: proof of what the other side said. */
  readonly jws: string;
}

/** What an answer changes here; runs in the transaction that marks the message delivered, once. */
export type AnswerHandler = (tx: Tx, sent: SentMessage, signed: SignedAnswer) => Promise<void>;

export type AnswerHandlers = { readonly [K in MessageKind]?: AnswerHandler };
