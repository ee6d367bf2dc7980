import { defaultWorkbookLimits, validateWorkbook } from '../../../server/src/features/enrolment/workbook/index.ts';
import { openWorkbook } from '../../../server/src/features/enrolment/workbook/open-workbook.ts';
import { RefusedWorkbook } from '../../../server/src/features/enrolment/workbook/refused-workbook.ts';
import { readZipDirectory } from '../../../server/src/features/enrolment/workbook/zip-directory.ts';
import { buildSecondSchool, layOutWorkbook, writeSheets } from '../../../simulators/sector-database/index.ts';
import { alteredBytes } from '../alter/bytes.ts';
import { alteredZip } from '../alter/zip.ts';
import type { FuzzTarget } from '../fuzz-target.ts';

const limits = defaultWorkbookLimits;
const kind = { refusal: RefusedWorkbook, seeds: workbook };

/** What a clerk uploads; the server does this in a thread of its own with bounds of time and memory. */
export const workbookTargets: readonly FuzzTarget[] = [
  { ...kind, name: 'zip-directory', read: (bytes) => readZipDirectory(bytes, limits), alter: alteredBytes },
  { ...kind, name: 'workbook', read: readWhole, alter: alteredZip },
];

async function readWhole(bytes: Uint8Array): Promise<void> {
  validateWorkbook(await openWorkbook(bytes, limits), { schoolId: null });
}

/** The first rows of each sheet: a whole school takes a second to alter. */
async function workbook(): Promise<readonly Uint8Array[]> {
  const sheets = layOutWorkbook(buildSecondSchool(7).data);
  const short = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, sheet.headerRows + 4) }));
  return [new Uint8Array(await writeSheets(short))];
}
