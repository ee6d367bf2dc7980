// Sổ dữ liệu của trường: the sector database's workbook, read in a worker and checked. Pure: stores nothing.
export type * from './imported-school.ts';
export { type ReadWorkbookOptions, readWorkbook } from './read-workbook.ts';
export type { SheetGrid } from './sheet-grid.ts';
export { sheetNames } from './sheet-layouts.ts';
export { validateWorkbook, type WorkbookContext } from './validate-workbook.ts';
export { defaultWorkbookLimits, type WorkbookLimits } from './workbook-limits.ts';
export {
  type ProblemCode,
  problemCodes,
  type RefusalCode,
  refusalCodes,
  type WorkbookOutcome,
  type WorkbookProblem,
  type WorkbookProgress,
  type WorkbookRefusal,
} from './workbook-problem.ts';
