import { webCrypto, webPdfTools } from '@hocba/signature/web';
import { type Rerender, verifyRecordFile } from '@hocba/verify';
import { pageTexts } from './page-texts.ts';
import type { Answer, Question } from './question.ts';

/** Verifies in a thread of its own, so that the page stays alive; the same checks as everywhere else. */
addEventListener('message', async ({ data: { bytes, trust, ...more } }: MessageEvent<Question>) => {
  try {
    const tools = { crypto: webCrypto, pdfTools: webPdfTools, rerender, pageTexts };
    answer({ kind: 'report', report: await verifyRecordFile(bytes, trust, { ...tools, ...more }) });
  } catch (error) {
    answer({ kind: 'failed', why: String(error) });
  }
});

/** Only a PDF needs the layout engine, eleven megabytes of it: loaded when first asked for. */
const rerender: Rerender = async (rendition) => {
  answer({ kind: 'drawing' });
  const { drawForm } = await import('./draw-form.ts');
  return drawForm(rendition);
};

function answer(said: Answer): void {
  postMessage(said);
}
