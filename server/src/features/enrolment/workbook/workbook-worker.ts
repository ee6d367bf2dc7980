import { parentPort, workerData } from 'node:worker_threads';
import { openWorkbook } from './open-workbook.ts';
import { RefusedWorkbook } from './refused-workbook.ts';
import { validateWorkbook } from './validate-workbook.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import type { WorkbookOutcome, WorkbookProgress } from './workbook-problem.ts';

/** What the worker is given, and what it sends back: any number of progresses, then one outcome. */
export interface WorkbookTask {
  readonly file: Uint8Array;
  readonly schoolId: string | null;
  readonly limits: WorkbookLimits;
}
export type WorkbookMessage = { readonly progress: WorkbookProgress } | { readonly outcome: WorkbookOutcome };

const send = (message: WorkbookMessage): void => parentPort?.postMessage(message);
send({ outcome: await run(workerData as WorkbookTask) });

async function run({ file, schoolId, limits }: WorkbookTask): Promise<WorkbookOutcome> {
  try {
    const sheets = await openWorkbook(file, limits);
    send({ progress: { stage: 'reading', sheet: '', done: sheets.length, total: sheets.length } });
    return validateWorkbook(sheets, { schoolId, onProgress: (progress) => send({ progress }) });
  } catch (error) {
    if (error instanceof RefusedWorkbook) return { accepted: false, refusal: error.refusal, problems: [] };
    throw error;
  }
}
