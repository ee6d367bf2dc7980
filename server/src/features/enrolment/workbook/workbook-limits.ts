/** How much a workbook may cost. A school of 5,000 pupils stays well inside. */
export interface WorkbookLimits {
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  /** Unpacked to packed, of any part bigger than 1 MB. */
  readonly compressionRatio: number;
  readonly parts: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

export const defaultWorkbookLimits: WorkbookLimits = {
  fileBytes: 20_000_000,
  unpackedBytes: 50_000_000,
  compressionRatio: 100,
  parts: 200,
  rows: 20_000,
  columns: 300,
  cells: 1_000_000,
  milliseconds: 60_000,
  heapMegabytes: 512,
};
