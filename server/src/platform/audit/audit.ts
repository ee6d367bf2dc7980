import type { Actor } from '../actor.ts';
import type { Tx } from '../database/database.ts';

export interface AuditEntry {
  readonly schoolId: string;
  /** Who: a signed-in person, or the name of the part of the system that acted by itself. */
  readonly by: Actor | string;
  readonly at: Date;
  /** Verb–object, as the use case is called: `importWorkbook`, `signYearSheet`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details?: Record<string, unknown>;
}

/** Writes into the transaction of the change itself: neither exists without the other. */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.insertInto('auditLog').values(toRow(entry)).execute();
}

/** For acts over many subjects: one statement. */
export async function writeAuditEntries(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  for (let start = 0; start < entries.length; start += 500) {
    await tx
      .insertInto('auditLog')
      .values(entries.slice(start, start + 500).map(toRow))
      .execute();
  }
}

function toRow(entry: AuditEntry) {
  const person = typeof entry.by === 'string' ? null : entry.by;
  return {
    schoolId: entry.schoolId,
    at: entry.at,
    accountId: person?.accountId ?? null,
    actor: person?.fullName ?? String(entry.by),
    action: entry.action,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    details: JSON.stringify(entry.details ?? {}),
  };
}
