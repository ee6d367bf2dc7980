import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { loadFonts } from './fonts.ts';
import { attachedFile, type Layout, mainFile } from './layout.ts';
import { oneLayoutThread } from './one-layout-thread.ts';
import { RenditionError } from './rendition-error.ts';

const SOURCES = dirname(dirname(fileURLToPath(import.meta.url)));
const MAIN = join(SOURCES, 'main.typ');
const DATA = join(SOURCES, 'data.json');

/** Results kept from the last documents: templates stay warm, memory stays flat. */
const EVICT_EVERY = 16;
const EVICT_AGE = 2;

oneLayoutThread();
let compiler: NodeCompiler | undefined;
let documentsMade = 0;

/**
 * Lays the form out and returns PDF/A-3a. The same layout gives the same bytes in every process.
 * Data reach the template as JSON and never as markup.
 * @throws RenditionError
 */
export async function toPdf(layout: Layout): Promise<Uint8Array> {
  compiler ??= NodeCompiler.create({ workspace: SOURCES, fontArgs: [{ fontBlobs: loadFonts() }] });
  compiler.mapShadow(DATA, Buffer.from(JSON.stringify(layout.data)));
  for (const [index, { bytes }] of (layout.attachments ?? []).entries())
    compiler.mapShadow(join(SOURCES, attachedFile(index)), Buffer.from(bytes));
  compiler.mapShadow(MAIN, Buffer.from(mainFile(layout)));
  try {
    return compileMain(compiler);
  } finally {
    documentsMade += 1;
    if (documentsMade % EVICT_EVERY === 0) compiler.evictCache(EVICT_AGE);
    // The engine's documents are freed only between turns of the event loop: without this each one leaks 1.5 MB.
    await nextTurn();
  }
}

function compileMain(using: NodeCompiler): Uint8Array {
  const compiled = using.compile({ mainFilePath: MAIN });
  if (!compiled.result) {
    const error = compiled.takeDiagnostics();
    throw new RenditionError(
      'layout-failed',
      `Không dựng được bản thể hiện: ${JSON.stringify(error?.shortDiagnostics)}`,
    );
  }
  try {
    return new Uint8Array(using.pdf(compiled.result, { pdfStandard: 'a-3a' }));
  } catch (cause) {
    throw exportError(cause instanceof Error ? cause.message : String(cause));
  }
}

/** PDF/A forbids a character the embedded font cannot draw; the engine says which. */
function exportError(message: string): RenditionError {
  const characters = [...message.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/g)].map(
    ([, text]) => `“${text}”`,
  );
  if (characters.length === 0) return new RenditionError('layout-failed', `Không xuất được PDF: ${message}`);
  return new RenditionError(
    'unprintable-character',
    `Nội dung có ký tự không in được: ${[...new Set(characters)].join(', ')}. Hãy xoá hoặc thay các ký tự này rồi lập lại bản thể hiện.`,
  );
}
