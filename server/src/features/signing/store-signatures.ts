import type { RecordState } from '@hocba/record';
import { writeAuditEntries } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestWork } from '../../platform/work/work.ts';
import { lockStanding, moveYearSheets, type YearSheetState } from '../carry-over/index.ts';
import type { SignedItem } from './match-signatures.ts';
import { insertPdfSignatures, type PdfSignature } from './pdf.store.ts';
import {
  type ItemPlace,
  insertSignatures,
  markSigned,
  type NewSignature,
  refuseItems,
  type SigningSession,
  updateUnlessStopped,
} from './session.store.ts';
import { type ItemSlot, isPdfSlot } from './session-slot.ts';

/** Keeps verified signatures, moves their sheets, asks for timestamps: one transaction, each place once. */
export async function storeSignatures(
  platform: Platform,
  session: SigningSession,
  signed: readonly SignedItem[],
): Promise<void> {
  const { sessionId, schoolId } = session;
  await platform.database.transaction(session, async (tx) => {
    const at = platform.clock.now();
    const standing = await lockStanding(
      tx,
      signed.map(({ item }) => item.yearSheetId),
    );
    // Withdrawn while the service signed: the value is dropped, the next step refuses the document.
    const valid = signed.filter(({ item }) => standing.has(item.yearSheetId));
    const first = placesOf(await keepSignatures(tx, session, valid));
    const kept = valid.filter(({ item }) => first.has(placeOf(item)));
    const late = valid.filter(({ item }) => !first.has(placeOf(item)));
    if (session.fruitlessCalls > 0) await updateUnlessStopped(tx, sessionId, { fruitlessCalls: 0, problem: null });
    await markSigned(
      tx,
      sessionId,
      kept.map(({ item }) => item),
    );
    await refuseItems(
      tx,
      sessionId,
      late.map(({ item }) => ({
        ...item,
        problem: 'Vị trí này vừa có chữ ký từ một lượt ký khác; chữ ký đó được giữ.',
      })),
    );
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
    const kinds = new Set(
      signed.map(({ item }) => (isPdfSlot(item.slot) ? 'timestampPdfSignatures' : 'timestampSignatures')),
    );
    for (const kind of kinds) await requestWork(tx, { kind, schoolId, key: sessionId, dueAt: at });
  });
}

function placeOf({ yearSheetId, slot }: ItemPlace): string {
  return `${yearSheetId} ${slot}`;
}

function placesOf(items: readonly ItemPlace[]): Set<string> {
  return new Set(items.map(placeOf));
}

/** Those that are the first at their place. */
async function keepSignatures(
  tx: Tx,
  { sessionId, schoolId }: SigningSession,
  signed: readonly SignedItem[],
): Promise<ItemPlace[]> {
  const forXml: NewSignature[] = [];
  const forPdf: PdfSignature[] = [];
  for (const { item, value } of signed) {
    const { yearSheetId, slot, prepared } = item;
    if (!prepared) continue;
    const signature = { yearSheetId, schoolId, sessionId, value, signedAt: new Date(prepared.signedAt) };
    if ('pades' in prepared && isPdfSlot(slot)) forPdf.push({ ...signature, slot, prepared: prepared.pades });
    else if ('prepared' in prepared && !isPdfSlot(slot))
      forXml.push({ ...signature, slot, prepared: prepared.prepared });
  }
  return [...(await insertSignatures(tx, forXml)), ...(await insertPdfSignatures(tx, forPdf))];
}

/** The seal's signature and those on the PDF leave the state: the sheet is issued when its files stand. */
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
    case 'sealPdf':
      return undefined;
    case 'principal':
      return { from: ['signedByHomeroomTeacher'], to: 'signedByPrincipal' };
    case 'homeroomTeacher':
      return { from: ['carriedOver', 'signedBySubjectTeachers'], to: 'signedByHomeroomTeacher' };
    default:
      return { from: ['carriedOver'], to: 'signedBySubjectTeachers' };
  }
}
