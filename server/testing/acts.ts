// What tests of one feature do with another to get there.
export { carryOverClass } from '../src/features/carry-over/carry-over-class.ts';
export { releaseClass } from '../src/features/carry-over/release-class.ts';
export { withdrawYearSheet } from '../src/features/carry-over/withdraw-year-sheet.ts';
