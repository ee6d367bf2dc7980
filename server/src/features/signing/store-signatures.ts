import type { RecordState, SignatorySlot } from '@hocba/record';
import { writeAuditEntries } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestWork } from '../../platform/work/work.ts';
import { moveYearSheets, type YearSheetState } from '../carry-over/index.ts';
import type { SignedItem } from './match-signatures.ts';
import { insertSignature, markSigned, type SigningSession } from './session.store.ts';

/** Keeps verified signatures, moves their sheets, asks for timestamps: one transaction, each place once. */
export async function storeSignatures(
  platform: Platform,
  session: SigningSession,
  signed: readonly SignedItem[],
): Promise<void> {
  const { sessionId, schoolId } = session;
  await platform.database.transaction(session, async (tx) => {
    const at = platform.clock.now();
    const kept: SignedItem[] = [];
    for (const each of signed) {
      const { yearSheetId, slot, prepared } = each.item;
      if (!prepared) continue;
      const signature = {
        yearSheetId,
        schoolId,
        slot,
        sessionId,
        prepared: prepared.prepared,
        value: each.value,
        signedAt: new Date(prepared.signedAt),
      };
      if (await insertSignature(tx, signature)) kept.push(each);
      await markSigned(tx, { sessionId, yearSheetId, slot });
    }
    await moveSigned(tx, kept);
    await writeAuditEntries(
      tx,
      kept.map(({ item }) => ({
        schoolId,
        by: session.signatoryName,
        at,
        action: 'sign',
        subject: { kind: 'yearSheet', id: item.yearSheetId },
        details: { slot: item.slot, sessionId, digest: item.digest?.toString('hex') },
      })),
    );
    await requestWork(tx, { kind: 'timestampSignatures', schoolId, key: sessionId, dueAt: at });
  });
}

/** The seal's signature leaves the state: the sheet is issued when its files stand. */
async function moveSigned(tx: Tx, kept: readonly SignedItem[]): Promise<void> {
  const bySlot = new Map<SignatorySlot, string[]>();
  for (const { item } of kept) bySlot.set(item.slot, [...(bySlot.get(item.slot) ?? []), item.yearSheetId]);
  for (const [slot, yearSheetIds] of bySlot) {
    const move = moveOf(slot);
    if (move) await moveYearSheets(tx, { yearSheetIds, ...move });
  }
}

function moveOf(slot: SignatorySlot): { from: YearSheetState[]; to: RecordState & YearSheetState } | undefined {
  switch (slot) {
    case 'organisationSeal':
      return undefined;
    case 'principal':
      return { from: ['signedByHomeroomTeacher'], to: 'signedByPrincipal' };
    case 'homeroomTeacher':
      return { from: ['carriedOver', 'signedBySubjectTeachers'], to: 'signedByHomeroomTeacher' };
    default:
      return { from: ['carriedOver'], to: 'signedBySubjectTeachers' };
  }
}
