import { identifier, instant, listOf, object, oneOf, type Rule, sha256, text } from '../rule.ts';
import { type SheetIdentity, sheetIdentity } from '../sheet-identity.ts';

/** Lý do từ chối: a stable code, and a Vietnamese sentence that says what to do. */
export interface RejectionReason {
  readonly code: string;
  readonly sentence: string;
}

/** Biên nhận: what a registry did with a submission or report. Signed like every message, so it is proof of receipt. */
export interface Receipt {
  /** `messageId` of the submission or report answered. */
  readonly inReplyTo: string;
  readonly sheet: SheetIdentity;
  readonly outcome: 'accepted' | 'rejected';
  /** Empty when accepted, never empty when rejected. */
  readonly reasons: readonly RejectionReason[];
  /** As the receiver computed them. */
  readonly xmlDigest: string;
  readonly pdfDigest: string;
  readonly receivedAt: string;
}

export const rejectionReason: Rule<RejectionReason> = object<RejectionReason>({
  code: identifier,
  sentence: text(2000),
});

const fields = object<Receipt>({
  inReplyTo: identifier,
  sheet: sheetIdentity,
  outcome: oneOf(['accepted', 'rejected']),
  reasons: listOf(rejectionReason, 200),
  xmlDigest: sha256,
  pdfDigest: sha256,
  receivedAt: instant,
});

export const receipt: Rule<Receipt> = {
  parse(value, report) {
    const parsed = fields.parse(value, report);
    if (!parsed || (parsed.outcome === 'rejected') === parsed.reasons.length > 0) return parsed;
    report.problems.push('reasons: biên nhận từ chối phải có lý do, biên nhận chấp nhận thì không');
    return undefined;
  },
};
