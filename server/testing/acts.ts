// What tests of one feature do with another to get there.
export { carryOverClass } from '../src/features/carry-over/carry-over-class.ts';
export { readProgress } from '../src/features/carry-over/read-progress.ts';
export { releaseClass } from '../src/features/carry-over/release-class.ts';
export { withdrawYearSheet } from '../src/features/carry-over/withdraw-year-sheet.ts';
export { readClassEntry, readPupilYear } from '../src/features/entry/read-pupil-years.ts';
