import type { RecordState } from '@hocba/record';
import { writeAuditEntries } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestWork } from '../../platform/work/work.ts';
import { moveYearSheets, type YearSheetState } from '../carry-over/index.ts';
import type { SignedItem } from './match-signatures.ts';
import { insertPdfSignature } from './pdf.store.ts';
import { insertSignature, markSigned, type SigningSession } from './session.store.ts';
import type { ItemSlot } from './session-slot.ts';

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
      if (await keepSignature(tx, session, each)) kept.push(each);
      await markSigned(tx, { sessionId, yearSheetId: each.item.yearSheetId, slot: each.item.slot });
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
    const kind = session.slot === 'principalPdf' ? 'timestampPdfSignatures' : 'timestampSignatures';
    await requestWork(tx, { kind, schoolId, key: sessionId, dueAt: at });
  });
}

/** True when it is the first at its place. */
async function keepSignature(tx: Tx, { sessionId, schoolId }: SigningSession, signed: SignedItem): Promise<boolean> {
  const { yearSheetId, slot, prepared } = signed.item;
  if (!prepared) return false;
  const signature = { yearSheetId, schoolId, sessionId, value: signed.value, signedAt: new Date(prepared.signedAt) };
  if ('pades' in prepared) return insertPdfSignature(tx, { ...signature, prepared: prepared.pades });
  return slot !== 'principalPdf' && insertSignature(tx, { ...signature, slot, prepared: prepared.prepared });
}

/** The seal's signature and the principal's on the PDF leave the state: the sheet is issued when its files stand. */
async function moveSigned(tx: Tx, kept: readonly SignedItem[]): Promise<void> {
  const bySlot = new Map<ItemSlot, string[]>();
  for (const { item } of kept) bySlot.set(item.slot, [...(bySlot.get(item.slot) ?? []), item.yearSheetId]);
  for (const [slot, yearSheetIds] of bySlot) {
    const move = moveOf(slot);
    if (move) await moveYearSheets(tx, { yearSheetIds, ...move });
  }
}

function moveOf(slot: ItemSlot): { from: YearSheetState[]; to: RecordState & YearSheetState } | undefined {
  switch (slot) {
    case 'organisationSeal':
    case 'principalPdf':
      return undefined;
    case 'principal':
      return { from: ['signedByHomeroomTeacher'], to: 'signedByPrincipal' };
    case 'homeroomTeacher':
      return { from: ['carriedOver', 'signedBySubjectTeachers'], to: 'signedByHomeroomTeacher' };
    default:
      return { from: ['carriedOver'], to: 'signedBySubjectTeachers' };
  }
}
