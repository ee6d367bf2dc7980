import { parentPort } from 'node:worker_threads';
import { renderBooklet } from '../booklet/render-booklet.ts';
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
    return { pdf: new Uint8Array(await draw(job)) };
  } catch (error) {
    const code = error instanceof RenditionError ? error.code : 'layout-failed';
    return { error: { code, message: error instanceof Error ? error.message : String(error) } };
  }
}

function draw(job: RenderJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'yearSheet':
      return renderYearSheet(job.input);
    case 'booklet':
      return renderBooklet(job.input);
    case 'classSummary':
      return renderClassSummary(job.input);
  }
}
