import { type Acknowledgement, acknowledgement } from './messages/acknowledgement.ts';
import { type IssuerNotice, issuerNotice } from './messages/issuer-notice.ts';
import { type IssuerRequest, issuerRequest } from './messages/issuer-request.ts';
import { type LockNotice, lockNotice } from './messages/lock-notice.ts';
import { type Publication, publication } from './messages/publication.ts';
import { type Receipt, receipt } from './messages/receipt.ts';
import { type Reconciliation, reconciliation } from './messages/reconciliation.ts';
import { type Report, report } from './messages/report.ts';
import { type StatusQuery, statusQuery } from './messages/status-query.ts';
import { type Submission, submission } from './messages/submission.ts';
import { type Withdrawal, withdrawal } from './messages/withdrawal.ts';
import type { Rule } from './rule.ts';

/** Body by kind of message. */
export interface MessageBodies {
  readonly submission: Submission;
  readonly receipt: Receipt;
  readonly report: Report;
  readonly 'lock-notice': LockNotice;
  readonly publication: Publication;
  readonly 'status-query': StatusQuery;
  readonly reconciliation: Reconciliation;
  readonly withdrawal: Withdrawal;
  readonly 'issuer-request': IssuerRequest;
  readonly 'issuer-notice': IssuerNotice;
  readonly acknowledgement: Acknowledgement;
}

export type MessageKind = keyof MessageBodies;

/** A kind with its body. */
export type Message = {
  readonly [K in MessageKind]: { readonly kind: K; readonly body: MessageBodies[K] };
}[MessageKind];

const rules: { readonly [K in MessageKind]: Rule<MessageBodies[K]> } = {
  submission,
  receipt,
  report,
  'lock-notice': lockNotice,
  publication,
  'status-query': statusQuery,
  reconciliation,
  withdrawal,
  'issuer-request': issuerRequest,
  'issuer-notice': issuerNotice,
  acknowledgement,
};

export const messageKinds = Object.keys(rules) as readonly MessageKind[];

export type ParsedMessage = { readonly message: Message } | { readonly problems: readonly string[] };

/** Reads a body, strictly: unknown kinds, unknown fields and fields out of range are refused, with all that is wrong. */
export function parseMessage(kind: string, body: unknown): ParsedMessage {
  const known = messageKinds.find((candidate) => candidate === kind);
  if (!known) return { problems: [`kind: không biết loại thông điệp “${kind.slice(0, 40)}”`] };
  const problems: string[] = [];
  const parsed = rules[known].parse(body, { path: '', problems });
  if (parsed === undefined || problems.length > 0) return { problems };
  return { message: { kind: known, body: parsed } as Message };
}
