import type { YearSheet } from '@hocba/record';
import type { RuleFinding } from './rule-finding.ts';
import { checkPrimarySheet } from './tt27-2020/check-primary-sheet.ts';
import type { PrimaryParameters } from './tt27-2020/parameters.ts';

/** Does what the frozen sheet says follow the rules? No finding: it does. Parameters as the issuing profile set them. */
export function checkAgainstRules(
  sheet: YearSheet,
  parameters: Partial<PrimaryParameters> = {},
): readonly RuleFinding[] {
  switch (sheet.circular) {
    case 'TT27/2020':
      return checkPrimarySheet(sheet, parameters);
    case 'TT22/2021':
    case 'TT43/2021':
      return [];
  }
}
