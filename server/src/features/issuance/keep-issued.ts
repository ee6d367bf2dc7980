import { writeAuditEntries } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { moveYearSheets } from '../carry-over/index.ts';
import { type SigningSession, updateSession } from '../signing/index.ts';
import { type IssuedRecord, insertIssued } from './issuance.store.ts';

export interface Issued {
  readonly records: readonly IssuedRecord[];
  /** Names of pupils whose record could not be made. */
  readonly failures: readonly string[];
}

/** The move is guarded by the state it starts from: a sheet withdrawn or issued meanwhile is left alone. */
export async function keepIssued(
  platform: Platform,
  session: SigningSession,
  { records, failures }: Issued,
): Promise<void> {
  await platform.database.transaction(session, async (tx) => {
    const yearSheetIds = records.map((record) => record.yearSheetId);
    const moved = new Set(await moveYearSheets(tx, { yearSheetIds, from: ['signedByPrincipal'], to: 'issued' }));
    const kept = records.filter((record) => moved.has(record.yearSheetId));
    await insertIssued(tx, kept);
    const problem = failures.length === 0 ? null : failureSentence(failures);
    if (problem !== session.problem) await updateSession(tx, session.sessionId, { problem });
    await writeAuditEntries(
      tx,
      kept.map(({ yearSheetId, xmlDigest, pdfDigest, issuedAt }) => ({
        schoolId: session.schoolId,
        by: session.signatoryName,
        at: issuedAt,
        action: 'issue',
        subject: { kind: 'yearSheet', id: yearSheetId },
        details: { xmlDigest, pdfDigest },
      })),
    );
  });
}

function failureSentence(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  const more = names.length > 5 ? ` và ${names.length - 5} học sinh khác` : '';
  return `Chưa phát hành được học bạ của ${shown}${more}; hệ thống tự thử lại, các học bạ khác không bị ảnh hưởng. Nếu kéo dài, hãy báo quản trị hệ thống.`;
}
