import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { continuingSheet, lowerSecondarySheet, upperSecondarySheet } from '@hocba/record/testing';
import { renderBooklet } from '../booklet/render-booklet.ts';
import { summariseClass } from '../class-summary/class-summary.ts';
import { renderClassSummary } from '../class-summary/render-class-summary.ts';
import { summariseSecondaryClass } from '../class-summary/secondary-class-summary.ts';
import { hardestSecondarySheet } from '../testing/hardest-secondary-sheet.ts';
import { hardestYearSheet } from '../testing/hardest-year-sheet.ts';
import { fonts, noVeraPdf, tool, veraPdf, withPdfFile } from '../testing/pdf-tools.ts';
import { sampleClass } from '../testing/sample-class.ts';
import { sampleRendition } from '../testing/sample-rendition.ts';
import { sampleYearSheet } from '../testing/sample-year-sheet.ts';
import { renderYearSheet } from '../year-sheet/render-year-sheet.ts';

const sheets = [hardestYearSheet(), lowerSecondarySheet, hardestSecondarySheet(), continuingSheet];
const pdfs: Uint8Array[] = [];
for (const sheet of sheets) pdfs.push(await renderYearSheet(sampleRendition(sheet)));
pdfs.push(await renderBooklet({ years: [sampleRendition(sampleYearSheet())] }));
pdfs.push(await renderBooklet({ years: [sampleRendition(upperSecondarySheet)] }));
pdfs.push(await renderClassSummary(summariseClass(sampleClass(45))));
pdfs.push(await renderClassSummary(summariseSecondaryClass([upperSecondarySheet])));

it('veraPDF finds every form conforming to PDF/A-3a', { skip: noVeraPdf }, () => {
  withPdfFile(new Uint8Array(), (_, directory) => {
    const files = pdfs.map((_, index) => join(directory, `${index}.pdf`));
    for (const [index, pdf] of pdfs.entries()) writeFileSync(files[index] ?? '', pdf);
    const verdicts = veraPdf(...files)
      .trim()
      .split('\n');
    assert.deepEqual(
      verdicts.map((line) => line.split(' ')[0]),
      pdfs.map(() => 'PASS'),
    );
  });
});

it('every form passes qpdf’s check and embeds its fonts, all of them Tinos', () => {
  for (const pdf of pdfs) {
    withPdfFile(pdf, (file) => assert.match(tool('qpdf', '--check', file), /No syntax or stream encoding errors/));
    for (const { name, embedded } of fonts(pdf)) assert.ok(embedded && /^[A-Z]{6}\+Tinos/.test(name), name);
  }
});

it('every form declares PDF/A-3a, an output intent, tags and Vietnamese', () => {
  for (const pdf of pdfs) {
    const text = Buffer.from(pdf).toString('latin1');
    for (const sign of [
      '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A<',
      '/OutputIntents',
      '/Marked true',
      '/Lang (vi-VN)',
    ])
      assert.ok(text.includes(sign), sign);
  }
});

it('a screen reader meets each label before its value, in one paragraph', () => {
  const [hardest = new Uint8Array(), lower = new Uint8Array()] = pdfs;
  for (const [pdf, label] of [
    [hardest, 'Họ và tên học sinh:'],
    [lower, 'Họ và tên:'],
  ] as const) {
    const structure = withPdfFile(pdf, (file) => tool('pdfinfo', '-struct-text', file));
    assert.match(structure, new RegExp(`\\n +P \\(block\\)\\n +"${label}"\\n`));
    assert.doesNotMatch(structure, new RegExp(`Placement /Block\\n +"${label}"`));
  }
});
