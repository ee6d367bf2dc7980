import type { Tx } from '../../platform/database/database.ts';
import type { KeptPades } from './kept-pades.ts';
import type { ItemPlace } from './session.store.ts';
import type { SigningTables } from './signing.tables.ts';

/** A PDF made of a finished XML, as it is handed to the principal. */
export interface PdfToSign {
  readonly yearSheetId: string;
  readonly schoolId: string;
  readonly sealSessionId: string;
  readonly xmlDigest: string;
  readonly xmlBytes: number;
  readonly pdfDigest: string;
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
  readonly schoolId: string;
  readonly sessionId: string;
  readonly prepared: KeptPades;
  readonly value: Uint8Array;
  readonly signedAt: Date;
}

/** Those that were the first on their PDF; where one stood already, it stands. */
export async function insertPdfSignatures(tx: Tx, signatures: readonly PdfSignature[]): Promise<ItemPlace[]> {
  if (signatures.length === 0) return [];
  const rows = signatures.map((signature) => ({
    ...signature,
    prepared: JSON.stringify(signature.prepared),
    value: Buffer.from(signature.value),
    timestampToken: null,
    timestampedAt: null,
  }));
  const kept = await tx
    .withTables<SigningTables>()
    .insertInto('pdfSignature')
    .values(rows)
    .onConflict((conflict) => conflict.column('yearSheetId').doNothing())
    .returning('yearSheetId')
    .execute();
  return kept.map(({ yearSheetId }) => ({ yearSheetId, slot: 'principalPdf' }));
}

/** A PDF that was handed over, and the principal's signature of it as far as there is one. */
export interface OfferedPdf {
  readonly yearSheetId: string;
  readonly sealSessionId: string;
  readonly xmlDigest: string;
  readonly xmlBytes: number;
  readonly pdfDigest: string;
  readonly signature: {
    readonly prepared: KeptPades;
    readonly value: Buffer;
    readonly timestampToken: Buffer | null;
  } | null;
}

/** PDFs handed over, by sheet. */
export async function offeredPdfs(tx: Tx, yearSheetIds: readonly string[]): Promise<Map<string, OfferedPdf>> {
  if (yearSheetIds.length === 0) return new Map();
  const rows = await tx
    .withTables<SigningTables>()
    .selectFrom('pdfToSign')
    .leftJoin('pdfSignature', 'pdfSignature.yearSheetId', 'pdfToSign.yearSheetId')
    .select(['pdfToSign.yearSheetId', 'sealSessionId', 'xmlDigest', 'xmlBytes', 'pdfDigest'])
    .select(['pdfSignature.prepared', 'pdfSignature.value', 'pdfSignature.timestampToken'])
    .where('pdfToSign.yearSheetId', 'in', [...yearSheetIds])
    .execute();
  return new Map(
    rows.map(({ prepared, value, timestampToken, ...pdf }) => [
      pdf.yearSheetId,
      { ...pdf, signature: prepared && value ? { prepared, value, timestampToken } : null },
    ]),
  );
}

/** Timestamped signatures of the PDFs one act signed. */
export async function countTimestampedPdfs(tx: Tx, sessionId: string): Promise<number> {
  const row = await tx
    .withTables<SigningTables>()
    .selectFrom('pdfSignature')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('sessionId', '=', sessionId)
    .where('timestampToken', 'is not', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** PDFs of a sealed list that wait for the principal's signature or its timestamp. */
export async function countWaitingForPrincipal(tx: Tx, sealSessionId: string): Promise<number> {
  const row = await tx
    .withTables<SigningTables>()
    .selectFrom('pdfToSign')
    .leftJoin('pdfSignature', 'pdfSignature.yearSheetId', 'pdfToSign.yearSheetId')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('sealSessionId', '=', sealSessionId)
    .where('timestampToken', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
