import type { Tx } from '../../platform/database/database.ts';
import { getYearSheets } from '../carry-over/index.ts';
import { offeredPdfs, signaturesOf } from '../signing/index.ts';
import type { SignedSheet } from './signed-sheet.ts';

/** Sheets with all that was signed of them so far. */
export async function loadSigned(tx: Tx, ids: readonly string[]): Promise<SignedSheet[]> {
  const signatures = await signaturesOf(tx, ids);
  const sheets = await getYearSheets(tx, ids);
  const offered = await offeredPdfs(tx, ids);
  return sheets.map((sheet) => ({
    sheet,
    signatures: signatures.get(sheet.yearSheetId) ?? [],
    offered: offered.get(sheet.yearSheetId),
  }));
}
