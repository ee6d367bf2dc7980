export * from './every-sheet.ts';
export * from './hardest-sheets.ts';
export * from './sample-sheet.ts';
export * from './secondary-samples.ts';
