import { identifier, instant, listOf, object, oneOf, type Rule } from '../rule.ts';
import { type RejectionReason, rejectionReason } from './receipt.ts';

/** Xác nhận đã xử lý: the answer to every message that is not a record handed in. */
export interface Acknowledgement {
  /** `messageId` of the message answered. */
  readonly inReplyTo: string;
  readonly outcome: 'accepted' | 'rejected';
  /** What was not done and why; may name exceptions of an accepted message. */
  readonly reasons: readonly RejectionReason[];
  readonly handledAt: string;
}

export const acknowledgement: Rule<Acknowledgement> = object<Acknowledgement>({
  inReplyTo: identifier,
  outcome: oneOf(['accepted', 'rejected']),
  reasons: listOf(rejectionReason, 1000),
  handledAt: instant,
});
