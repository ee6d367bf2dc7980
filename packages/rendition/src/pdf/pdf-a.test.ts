import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { summariseClass } from '../class-summary/class-summary.ts';
import { renderClassSummary } from '../class-summary/render-class-summary.ts';
import { hardestYearSheet } from '../testing/hardest-year-sheet.ts';
import { noVeraPdf, veraPdf, withPdfFile } from '../testing/pdf-tools.ts';
import { sampleClass } from '../testing/sample-class.ts';
import { sampleRendition } from '../testing/sample-rendition.ts';
import { sampleYearSheet } from '../testing/sample-year-sheet.ts';
import { renderYearSheet } from '../year-sheet/render-year-sheet.ts';

it('veraPDF finds every form conforming to PDF/A-3a', { skip: noVeraPdf }, async () => {
  const others = [
    await renderYearSheet(sampleRendition(hardestYearSheet())),
    await renderClassSummary(summariseClass(sampleClass(45))),
  ];
  const easy = await renderYearSheet(sampleRendition(sampleYearSheet()));
  withPdfFile(easy, (file, directory) => {
    const files = others.map((_, index) => join(directory, `${index}.pdf`));
    for (const [index, pdf] of others.entries()) writeFileSync(files[index] ?? '', pdf);
    const verdicts = veraPdf(file, ...files)
      .trim()
      .split('\n');
    assert.deepEqual(
      verdicts.map((line) => line.split(' ')[0]),
      ['PASS', 'PASS', 'PASS'],
    );
  });
});
