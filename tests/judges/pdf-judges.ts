import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What poppler says of one signature; it looks neither at changes afterwards nor at who the signatory is. */
export interface PdfsigVerdict {
  readonly field: string;
  readonly valid: boolean;
  readonly wholeFile: boolean;
  readonly says: string;
}

/** pdfsig's verdict on every signature, certificates not judged. */
export function judgeByPdfsig(pdf: Uint8Array): readonly PdfsigVerdict[] {
  return withFile(pdf, (path) => {
    const { stdout } = run('pdfsig', ['-nocert', path]);
    return stdout
      .split(/^Signature #\d+:$/m)
      .slice(1)
      .map((says) => ({
        field: /Signature Field Name: (.*)/.exec(says)?.[1] ?? '',
        valid: says.includes('Signature Validation: Signature is Valid.'),
        wholeFile: says.includes('  - Total document signed'),
        says,
      }));
  });
}

/** Whether qpdf finds the structure of the file without fault, and its words. */
export function judgeByQpdf(pdf: Uint8Array): { readonly clean: boolean; readonly says: string } {
  return withFile(pdf, (path) => {
    const { status, stdout, stderr } = run('qpdf', ['--check', path]);
    return {
      clean: status === 0 && !/WARNING|error/.test(`${stdout}${stderr}`.replace(/No syntax.*/s, '')),
      says: stdout + stderr,
    };
  });
}

/**
 * openssl's verdict on every CMS in the file, cut out by the words /ByteRange and /Contents alone, with the certificates
 * judged at a time (epoch ms) against the trusted roots, and signing-certificate-v2 required.
 */
export function judgePdfByOpenssl(pdf: Uint8Array, trustedPem: readonly string[], at: number): readonly string[] {
  const text = Buffer.from(pdf).toString('latin1');
  const found = [...text.matchAll(/\/ByteRange\s*\[\s*0 (\d+) (\d+) (\d+)\s*\]/g)];
  return found.map(([, first = '', second = '', third = '']) => {
    const [holeStart, holeEnd, tail] = [Number(first), Number(second), Number(third)];
    const cms = withoutPadding(Buffer.from(text.slice(holeStart + 1, holeEnd - 1), 'hex'));
    const content = Buffer.concat([pdf.subarray(0, holeStart), pdf.subarray(holeEnd, holeEnd + tail)]);
    return inTemporaryDirectory((directory) => {
      const path = (name: string, data: Uint8Array | string) => {
        writeFileSync(join(directory, name), data);
        return join(directory, name);
      };
      const files = [
        '-in',
        path('cms', cms),
        '-content',
        path('content', content),
        '-CAfile',
        path('roots', trustedPem.join('\n')),
      ];
      const time = ['-attime', String(Math.floor(at / 1000)), '-purpose', 'any'];
      const options = [
        'cms',
        '-verify',
        '-cades',
        '-binary',
        '-inform',
        'DER',
        ...files,
        ...time,
        '-out',
        join(directory, 'out'),
      ];
      return run('openssl', options).stderr.trim();
    });
  });
}

/** The words on the pages as poppler reads them. */
export function textByPdftotext(pdf: Uint8Array): string {
  return withFile(pdf, (path) => run('pdftotext', ['-layout', path, '-']).stdout);
}

/** The first embedded file as poppler takes it out. */
export function attachmentByPdfdetach(pdf: Uint8Array): Uint8Array {
  return withFile(pdf, (path) => {
    const out = `${path}.attachment`;
    run('pdfdetach', ['-save', '1', '-o', out, path]);
    return new Uint8Array(readFileSync(out));
  });
}

/** Whether a PDF library that is not ours opens the file and finds its pages: a second opinion on the structure. */
export async function pagesByLibpdf(pdf: Uint8Array): Promise<number> {
  const { PDF } = await import('@libpdf/core');
  return (await PDF.load(pdf)).getPageCount();
}

function withoutPadding(bytes: Buffer): Buffer {
  const lengthBytes = (bytes[1] ?? 0) & 0x7f;
  return bytes.subarray(0, 2 + lengthBytes + bytes.readUIntBE(2, lengthBytes));
}

function run(command: string, options: readonly string[]) {
  const done = spawnSync(command, [...options], { encoding: 'utf8' });
  if (done.error !== undefined) throw done.error;
  return done;
}

function withFile<T>(content: Uint8Array, use: (path: string) => T): T {
  return inTemporaryDirectory((directory) => {
    const path = join(directory, 'judged.pdf');
    writeFileSync(path, content);
    return use(path);
  });
}

function inTemporaryDirectory<T>(use: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'hocba-judge-'));
  try {
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
