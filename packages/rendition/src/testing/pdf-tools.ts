import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `use` with the PDF in a file of a directory that is removed afterwards. */
export function withPdfFile<Result>(pdf: Uint8Array, use: (file: string, directory: string) => Result): Result {
  const directory = mkdtempSync(join(tmpdir(), 'hocba-rendition-'));
  try {
    const file = join(directory, 'rendition.pdf');
    writeFileSync(file, pdf);
    return use(file, directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** What a Debian tool (poppler-utils, qpdf, zbar-tools) prints; throws where it exits with an error. */
export function tool(command: string, ...options: string[]): string {
  return execFileSync(command, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Text as a reader extracts it, without white space: line and page breaks are the layout's. */
export function extractedText(pdf: Uint8Array): string {
  return withPdfFile(pdf, (file) => withoutSpace(tool('pdftotext', '-raw', file, '-')));
}

/** The same page by page. */
export function pageTexts(pdf: Uint8Array): string[] {
  const text = withPdfFile(pdf, (file) => tool('pdftotext', '-raw', file, '-'));
  return text.replace(/\f$/, '').split('\f').map(withoutSpace);
}

/** @throws AssertionError at the first of `labels` that does not follow those before it */
export function assertInOrder(text: string, labels: readonly string[]): void {
  let at = 0;
  for (const label of labels) {
    const found = text.indexOf(withoutSpace(label), at);
    assert.notEqual(found, -1, `“${label}” is not where the form has it`);
    at = found + withoutSpace(label).length;
  }
}

export function pageCount(pdf: Uint8Array): number {
  return Number(/^Pages:\s+(\d+)$/m.exec(withPdfFile(pdf, (file) => tool('pdfinfo', file)))?.[1]);
}

export function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}

export function embeddedFile(pdf: Uint8Array, name: string): Uint8Array {
  return withPdfFile(pdf, (file, directory) => {
    tool('pdfdetach', '-savefile', name, '-o', join(directory, 'out'), file);
    return readFileSync(join(directory, 'out'));
  });
}

/** The text of the QR code on the first page, as a scanner reads it from the rendered image. */
export function qrTextOfFirstPage(pdf: Uint8Array): string {
  return withPdfFile(pdf, (file, directory) => {
    tool('pdftoppm', '-r', '150', '-png', '-f', '1', '-l', '1', '-singlefile', file, join(directory, 'page'));
    return tool('zbarimg', '--quiet', '--raw', join(directory, 'page.png')).trim();
  });
}

/** Each font of the file: name and whether it is embedded. */
export function fonts(pdf: Uint8Array): { name: string; embedded: boolean }[] {
  const lines = withPdfFile(pdf, (file) => tool('pdffonts', file))
    .trim()
    .split('\n')
    .slice(2);
  return lines.map((line) => ({
    name: line.split(/\s+/)[0] ?? '',
    embedded: /\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.test(line),
  }));
}

const VERAPDF_JARS = join(import.meta.dirname, '../../../../.cache/verapdf');

/** Why veraPDF cannot be asked here; undefined when it can. */
export const noVeraPdf = existsSync(VERAPDF_JARS)
  ? undefined
  : 'veraPDF is not here: mvn -q -f packages/rendition/verapdf.pom.xml dependency:copy-dependencies -DoutputDirectory="$PWD/.cache/verapdf"';

/** veraPDF's verdict on the files: one line `PASS file 3a` or `FAIL file 3a` each. */
export function veraPdf(...files: string[]): string {
  return tool(
    'java',
    '-cp',
    join(VERAPDF_JARS, '*'),
    'org.verapdf.apps.GreenfieldCliWrapper',
    '--format',
    'text',
    '-f',
    '3a',
    ...files,
  );
}
