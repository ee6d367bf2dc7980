/** What to draw, without the engine that draws it: for engines elsewhere (a browser). */
export { attachedFile, type Layout, mainFile } from './pdf/layout.ts';
export { yearSheetLayout } from './year-sheet/year-sheet-layout.ts';
