import type { YearSheet } from '@hocba/record';
import type { RuleFinding } from './rule-finding.ts';
import { checkSecondarySheet } from './tt22-2021/check-secondary-sheet.ts';
import type { SecondaryParameters } from './tt22-2021/parameters.ts';
import { checkPrimarySheet } from './tt27-2020/check-primary-sheet.ts';
import type { PrimaryParameters } from './tt27-2020/parameters.ts';
import { checkContinuingSheet } from './tt43-2021/check-continuing-sheet.ts';

/** The readings of the issuing profile, circular by circular; what it does not set has its default. */
export interface RuleParameters {
  readonly 'TT27/2020'?: Partial<PrimaryParameters> | undefined;
  readonly 'TT22/2021'?: Partial<SecondaryParameters> | undefined;
}

/** Does what the frozen sheet says follow the rules? No finding: it does. */
export function checkAgainstRules(sheet: YearSheet, parameters: RuleParameters = {}): readonly RuleFinding[] {
  switch (sheet.circular) {
    case 'TT27/2020':
      return checkPrimarySheet(sheet, parameters['TT27/2020']);
    case 'TT22/2021':
      return checkSecondarySheet(sheet, parameters['TT22/2021']);
    case 'TT43/2021':
      return checkContinuingSheet(sheet);
  }
}
