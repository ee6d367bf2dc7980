import fc from 'fast-check';
import type { YearSheet } from '../src/index.ts';
import { arbitraryPrimarySheet } from './arbitrary-primary-sheet.ts';
import { arbitrarySecondarySheet } from './arbitrary-secondary-sheet.ts';

/** Any sheet of any level the format allows, however little sense it makes under a circular. */
export const arbitrarySheet: fc.Arbitrary<YearSheet> = fc.oneof(arbitraryPrimarySheet, arbitrarySecondarySheet);
