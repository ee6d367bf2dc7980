import type { Sheet } from 'hucre/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { inspectParts } from './inspect-parts.ts';
import { RefusedWorkbook } from './refused-workbook.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { cellName } from './sheet-grid.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import { readZipDirectory } from './zip-directory.ts';

/**
 * The sheets of a workbook that holds data and nothing else. Blocks its thread: run it in the worker.
 * @throws RefusedWorkbook
 */
export async function openWorkbook(file: Uint8Array, limits: WorkbookLimits): Promise<SheetGrid[]> {
  inspectParts(readZipDirectory(file, limits), limits);
  const sheets = await readSheets(file);
  refuseFormulas(sheets);
  return sheets.map(({ name, rows }) => ({ name, rows }));
}

async function readSheets(file: Uint8Array): Promise<readonly Sheet[]> {
  try {
    return (await readXlsx(file)).sheets;
  } catch (cause) {
    throw new RefusedWorkbook('damaged', '', { cause });
  }
}

/** A formula's stored result is whatever its last program wrote: the school must state values. */
function refuseFormulas(sheets: readonly Sheet[]): void {
  const cells = sheets.flatMap((sheet) =>
    [...(sheet.cells ?? [])]
      .filter(([, cell]) => cell.type === 'formula' || cell.formula !== undefined)
      .map(([position]) => {
        const [row = 0, column = 0] = position.split(',').map(Number);
        return cellName(sheet.name, row, column);
      }),
  );
  if (cells.length === 0) return;
  const more = cells.length > 3 ? ` và ${cells.length - 3} ô khác` : '';
  throw new RefusedWorkbook('formulas', `ô ${cells.slice(0, 3).join(', ')}${more}`);
}
