import { createHash } from 'node:crypto';
import { renderYearSheet } from '../year-sheet/render-year-sheet.ts';
import { hardestYearSheet } from './hardest-year-sheet.ts';
import { sampleRendition } from './sample-rendition.ts';

// Run as a program of its own: the digest another process gets for the same sheet.
console.log(
  createHash('sha256')
    .update(await renderYearSheet(sampleRendition(hardestYearSheet())))
    .digest('hex'),
);
