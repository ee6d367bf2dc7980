import type { VerificationReport } from '@hocba/verify';
import { html, reportHtml } from '@hocba/verify/html';
import { checkingText as text } from '../labels/checking.ts';
import { portalTrust } from './portal-trust.ts';
import type { Answer, Question } from './question.ts';

const form = found<HTMLFormElement>('form[data-check]');
const input = found<HTMLInputElement>('#tep');
const status = found<HTMLElement>('[data-status]');
const result = found<HTMLElement>('#ket-qua');

const largestFile = 20 * 1024 * 1024;

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const file = input.files?.[0];
  if (!file) return say(text.noFile);
  if (file.size === 0) return say(text.emptyFile);
  if (file.size > largestFile) return say(text.tooLarge);
  result.replaceChildren();
  say(text.checking);
  try {
    show(file.name, await verify(new Uint8Array(await file.arrayBuffer())));
    say('');
  } catch {
    say(text.failed);
  }
});

async function verify(bytes: Uint8Array): Promise<VerificationReport> {
  const { trust, lookupBaseUrl } = await portalTrust();
  return ask({ bytes, trust, at: Date.now(), lookupBaseUrl });
}

/** One thread a question: whatever a hostile file does to it ends with it. */
function ask(question: Question): Promise<VerificationReport> {
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });
  const asked = new Promise<VerificationReport>((resolve, reject) => {
    worker.addEventListener('error', reject);
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'drawing') say(text.drawing);
      else if (data.kind === 'report') resolve(data.report);
      // pdf.js, once loaded in the thread, says things of its own.
      else if (data.kind === 'failed') reject(new Error(data.why));
    });
  });
  worker.postMessage(question);
  return asked.finally(() => worker.terminate());
}

function show(fileName: string, report: VerificationReport): void {
  const { summary, details } = reportHtml(report);
  const code = report.record?.lookupCode;
  const more = code
    ? html`<p class="hint">${text.notAsked} <a href="/h/${code}">${text.askStatus}</a></p>`
    : html`<p class="hint">${text.notAsked}</p>`;
  result.innerHTML = html`${summary(fileName, more)}${details}`.markup;
  result.tabIndex = -1;
  result.focus();
}

function say(sentence: string): void {
  status.textContent = sentence;
  status.hidden = sentence === '';
}

function found<Kind extends Element>(selector: string): Kind {
  const element = document.querySelector<Kind>(selector);
  if (!element) throw new Error(`no ${selector} on this page`);
  return element;
}
