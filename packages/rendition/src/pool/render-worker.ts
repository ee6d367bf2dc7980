import { parentPort } from 'node:worker_threads';
import { renderClassSummary } from '../class-summary/render-class-summary.ts';
import { RenditionError } from '../pdf/rendition-error.ts';
import { renderYearSheet } from '../year-sheet/render-year-sheet.ts';
import type { RenderAnswer, RenderJob } from './render-job.ts';

parentPort?.on('message', async (job: RenderJob) => {
  const answer = await render(job);
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer] : []);
});

async function render(job: RenderJob): Promise<RenderAnswer> {
  try {
    const pdf = job.kind === 'yearSheet' ? await renderYearSheet(job.input) : await renderClassSummary(job.input);
    return { pdf: new Uint8Array(pdf) };
  } catch (error) {
    const code = error instanceof RenditionError ? error.code : 'layout-failed';
    return { error: { code, message: error instanceof Error ? error.message : String(error) } };
  }
}
