import { Worker } from 'node:worker_threads';
import { refusalSentence } from './refused-workbook.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import { defaultWorkbookLimits } from './workbook-limits.ts';
import type { RefusalCode, WorkbookOutcome, WorkbookProgress } from './workbook-problem.ts';
import type { WorkbookMessage, WorkbookTask } from './workbook-worker.ts';

export interface ReadWorkbookOptions {
  /** The school the clerk works for; null accepts any school's workbook. */
  readonly schoolId: string | null;
  readonly onProgress?: (progress: WorkbookProgress) => void;
  readonly limits?: Partial<WorkbookLimits>;
}

/**
 * Reads and checks an uploaded workbook in a thread of its own, bounded in time and memory. The bytes are not trusted.
 * Whatever is wrong with them is part of the outcome; rejects only when this program itself fails.
 */
export async function readWorkbook(file: Uint8Array, options: ReadWorkbookOptions): Promise<WorkbookOutcome> {
  const limits = { ...defaultWorkbookLimits, ...options.limits };
  if (file.length > limits.fileBytes) {
    const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);
    return refuse('fileTooLarge', `${megabytes(file.length)} MB, chỉ nhận đến ${megabytes(limits.fileBytes)} MB`);
  }
  return runWorker({ file, schoolId: options.schoolId, limits }, options.onProgress);
}

function runWorker(task: WorkbookTask, onProgress: ReadWorkbookOptions['onProgress']): Promise<WorkbookOutcome> {
  return new Promise((resolve, reject) => {
    // No environment and no flags of this process: the worker reads hostile bytes.
    const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
      workerData: task,
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: task.limits.heapMegabytes },
    });
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const timer = setTimeout(() => finish(() => resolve(refuse('tooSlow'))), task.limits.milliseconds);
    worker.on('message', (message: WorkbookMessage) => {
      if ('progress' in message) onProgress?.(message.progress);
      else finish(() => resolve(message.outcome));
    });
    worker.on('error', (error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      finish(() => (outOfMemory ? resolve(refuse('tooMuchMemory')) : reject(error)));
    });
  });
}

function refuse(code: RefusalCode, detail = ''): WorkbookOutcome {
  return { accepted: false, refusal: { code, sentence: refusalSentence(code, detail) }, problems: [] };
}
