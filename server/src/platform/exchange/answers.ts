import type { RejectionReason, SheetIdentity } from '@hocba/protocol';
import type { Answer } from '../messages.ts';

/** “Done”, with what was not done and why. */
export function acknowledge(inReplyTo: string, at: Date, exceptions: readonly RejectionReason[] = []): Answer {
  return {
    kind: 'acknowledgement',
    body: { inReplyTo, outcome: 'accepted', reasons: exceptions, handledAt: at.toISOString() },
  };
}

/** “Not done”; the sender does not try again. */
export function decline(inReplyTo: string, at: Date, reason: RejectionReason): Answer {
  return {
    kind: 'acknowledgement',
    body: { inReplyTo, outcome: 'rejected', reasons: [reason], handledAt: at.toISOString() },
  };
}

/** Biên nhận: accepted without reasons, rejected with all of them. */
export function receiptFor(of: {
  readonly inReplyTo: string;
  readonly sheet: SheetIdentity;
  readonly digests: { readonly xmlDigest: string; readonly pdfDigest: string };
  readonly reasons: readonly RejectionReason[];
  readonly at: Date;
}): Answer {
  const { inReplyTo, sheet, digests, reasons, at } = of;
  const outcome = reasons.length === 0 ? 'accepted' : 'rejected';
  return { kind: 'receipt', body: { inReplyTo, sheet, outcome, reasons, ...digests, receivedAt: at.toISOString() } };
}
