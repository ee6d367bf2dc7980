import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { SignatureError } from '../errors.ts';
import { nodePdfTools } from '../pades/node-pdf-tools.ts';
import { readAnyPdf, readPages, readPdf } from './index.ts';
import { latin1Bytes } from './text-bytes.ts';
import { unaccountedBytes } from './unaccounted-bytes.ts';

const tagged = textOf('tagged');

function textOf(name: string): string {
  return readFileSync(new URL(`../pades/samples/${name}.pdf`, import.meta.url), 'latin1');
}

function refusal(text: string, read = readAnyPdf): string | undefined {
  try {
    read(latin1Bytes(text), nodePdfTools);
    return undefined;
  } catch (error) {
    if (error instanceof SignatureError) return error.code;
    throw error;
  }
}

/** A whole small file out of its objects, with what stands behind them. */
function small(objects: readonly string[], tail: (offsets: readonly number[], position: number) => string): string {
  let text = '%PDF-1.5\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  return text + tail(offsets, text.length);
}

const objects = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
];

const entryOf = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`;

describe('files of other programs are read, though not by the strict reader, when', () => {
  it('cross-reference lines end with one character only', () => {
    const short = tagged.replace(/ (n|f)[ \r]\n/g, ' $1\n').replace(/ (n|f) \n/g, ' $1\n');
    assert.equal(refusal(short, readPdf), 'pdf-malformed');
    assert.equal(refusal(short), undefined);
  });

  it('the header’s line says more, and the next revision begins behind %%EOF at once', () => {
    assert.equal(refusal(tagged.replace(/^%PDF-1\.\d\n/, (line) => line.replace('\n', ' \n').slice(0, -1))), undefined);
    const next = (start: number) =>
      `4 0 obj\nnull\nendobj\nxref\n4 1\n${entryOf(start)}trailer\n<< /Size 5 /Root 1 0 R /Prev `;
    const first = small(objects, (offsets, at) => {
      const lines = offsets.map(entryOf).join('');
      return `xref\n1 3\n${lines}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`;
    });
    const previous = /startxref\n(\d+)/.exec(first)?.[1];
    const xref = first.length + '4 0 obj\nnull\nendobj\n'.length;
    const whole = `${first}${next(first.length)}${previous} >>\nstartxref\n${xref}\n%%EOF`;
    assert.equal(refusal(whole, readPdf), 'pdf-malformed');
    assert.equal(readAnyPdf(latin1Bytes(whole), nodePdfTools).revisions.length, 2);
  });

  it('they are linearized: both cross-references are one revision, and every byte belongs to something', () => {
    const bytes = latin1Bytes(textOf('linearized'));
    assert.equal(refusal(textOf('linearized'), readPdf), 'pdf-xref-loop');
    const file = readAnyPdf(bytes, nodePdfTools);
    assert.equal(file.revisions.length, 1);
    assert.equal(readPages(file).length, 2);
    assert.deepEqual(unaccountedBytes(file, file.lastRevision), []);
  });

  it('they are hybrid and both halves say the same', () => {
    const file = readAnyPdf(latin1Bytes(hybrid(0)), nodePdfTools);
    assert.equal(file.object(4).kind, 'name');
    assert.equal(refusal(hybrid(0), readPdf), 'pdf-hybrid');
  });
});

describe('what readers would read differently is refused of any program', () => {
  it('a hybrid file whose halves contradict each other', () => {
    assert.equal(refusal(hybrid(3)), 'pdf-hybrid');
  });

  it('a file that only says it is linearized', () => {
    const text = textOf('linearized');
    assert.equal(refusal(text.replace(/\/L (\d+)/, (_, length) => `/L ${Number(length) - 9}`)), 'pdf-xref-loop');
    assert.equal(refusal(text.replace('/Linearized', '/Linearised')), 'pdf-xref-loop');
  });

  it('a key twice with two values, but not twice with one', () => {
    const twice = (value: string) =>
      small([`<< /Type /Catalog /Pages 2 0 R /Pages ${value} >>`, ...objects.slice(1)], (offsets, at) => {
        const lines = offsets.map(entryOf).join('');
        return `xref\n0 1\n0000000000 65535 f \n1 3\n${lines}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
      });
    assert.equal(refusal(twice('2 0 R')), undefined);
    assert.equal(refusal(twice('3 0 R')), 'pdf-malformed');
  });
});

/** A table for old readers and a stream for newer ones that adds object 4 and, with `claimed`, moves another object. */
function hybrid(claimed: number): string {
  return small([...objects, '/Four'], (offsets, at) => {
    const row = (offset: number) => String.fromCharCode(1, offset >> 8, offset & 255, 0);
    const rows = row(offsets[3] ?? 0) + (claimed === 0 ? '' : row(offsets[3] ?? 0));
    const index = claimed === 0 ? '4 1' : `4 1 ${claimed} 1`;
    const dictionary = `/Type /XRef /Size 6 /W [1 2 1] /Index [${index}] /Length ${rows.length}`;
    const stream = `5 0 obj\n<< ${dictionary} >>\nstream\n${rows}\nendstream\nendobj\n`;
    const lines = offsets.slice(0, 3).map(entryOf).join('');
    const table = `xref\n0 1\n0000000000 65535 f \n1 3\n${lines}4 1\n0000000000 00000 f \n`;
    const trailer = `trailer\n<< /Size 6 /Root 1 0 R /XRefStm ${at} >>\nstartxref\n${at + stream.length}\n%%EOF\n`;
    return stream + table + trailer;
  });
}
