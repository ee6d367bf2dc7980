import type { Tx } from '../../platform/database/database.ts';
import type { KeptPades } from './kept-pades.ts';
import type { ItemPlace } from './session.store.ts';
import type { PdfSlot } from './session-slot.ts';
import type { SigningTables } from './signing.tables.ts';

/** A PDF made of a finished XML, as it is handed to the principal or to a seal on a token. */
export interface PdfToSign {
  readonly yearSheetId: string;
  readonly schoolId: string;
  readonly sealSessionId: string;
  readonly xmlDigest: string;
  readonly xmlBytes: number;
  readonly pdfDigest: string;
  /** Whether the principal signs it before the seal does. */
  readonly principalSigns: boolean;
  readonly offeredAt: Date;
}

/** The first offer of a sheet stands. */
export async function offerPdfs(tx: Tx, pdfs: readonly PdfToSign[]): Promise<void> {
  if (pdfs.length === 0) return;
  await tx
    .withTables<SigningTables>()
    .insertInto('pdfToSign')
    .values([...pdfs])
    .onConflict((conflict) => conflict.column('yearSheetId').doNothing())
    .execute();
}

export interface PdfSignature {
  readonly yearSheetId: string;
  readonly slot: PdfSlot;
  readonly schoolId: string;
  readonly sessionId: string;
  readonly prepared: KeptPades;
  readonly value: Uint8Array;
  readonly signedAt: Date;
}

/** Those that were the first at their place of a PDF; where one stood already, it stands. */
export async function insertPdfSignatures(tx: Tx, signatures: readonly PdfSignature[]): Promise<ItemPlace[]> {
  if (signatures.length === 0) return [];
  const rows = signatures.map((signature) => ({
    ...signature,
    prepared: JSON.stringify(signature.prepared),
    value: Buffer.from(signature.value),
    timestampToken: null,
    timestampedAt: null,
  }));
  return tx
    .withTables<SigningTables>()
    .insertInto('pdfSignature')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['yearSheetId', 'slot']).doNothing())
    .returning(['yearSheetId', 'slot'])
    .execute();
}

/** A signature on a PDF, without the file it belongs in. */
export interface KeptPdfSignature {
  readonly prepared: KeptPades;
  readonly value: Buffer;
  readonly timestampToken: Buffer | null;
}

/** A PDF that was handed over, and its signatures as far as there are any. */
export interface OfferedPdf {
  readonly yearSheetId: string;
  readonly sealSessionId: string;
  readonly xmlDigest: string;
  readonly xmlBytes: number;
  readonly pdfDigest: string;
  readonly principalSigns: boolean;
  readonly signatures: Readonly<Partial<Record<PdfSlot, KeptPdfSignature>>>;
}

/** PDFs handed over, by sheet. */
export async function offeredPdfs(tx: Tx, yearSheetIds: readonly string[]): Promise<Map<string, OfferedPdf>> {
  if (yearSheetIds.length === 0) return new Map();
  const db = tx.withTables<SigningTables>();
  const rows = await db
    .selectFrom('pdfToSign')
    .leftJoin('pdfSignature', 'pdfSignature.yearSheetId', 'pdfToSign.yearSheetId')
    .select(['pdfToSign.yearSheetId', 'sealSessionId', 'xmlDigest', 'xmlBytes', 'pdfDigest', 'principalSigns'])
    .select(['slot', 'prepared', 'value', 'timestampToken'])
    .where('pdfToSign.yearSheetId', 'in', [...yearSheetIds])
    .execute();
  const found = new Map<string, OfferedPdf>();
  for (const { slot, prepared, value, timestampToken, ...pdf } of rows) {
    const signature = slot && prepared && value ? { [slot]: { prepared, value, timestampToken } } : {};
    const signatures = { ...found.get(pdf.yearSheetId)?.signatures, ...signature };
    found.set(pdf.yearSheetId, { ...pdf, signatures });
  }
  return found;
}

/** Timestamped signatures one act made at a place of PDFs. */
export async function countTimestampedPdfs(tx: Tx, sessionId: string, slot: PdfSlot): Promise<number> {
  const row = await tx
    .withTables<SigningTables>()
    .selectFrom('pdfSignature')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('sessionId', '=', sessionId)
    .where('slot', '=', slot)
    .where('timestampToken', 'is not', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** PDFs of a sealed list that wait for the principal's signature or its timestamp. */
export async function countWaitingForPrincipal(tx: Tx, sealSessionId: string): Promise<number> {
  const row = await tx
    .withTables<SigningTables>()
    .selectFrom('pdfToSign')
    .leftJoin('pdfSignature', (join) =>
      join.onRef('pdfSignature.yearSheetId', '=', 'pdfToSign.yearSheetId').on('slot', '=', 'principalPdf'),
    )
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('sealSessionId', '=', sealSessionId)
    .where('principalSigns', '=', true)
    .where('timestampToken', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
