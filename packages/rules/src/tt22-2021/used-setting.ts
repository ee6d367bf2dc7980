import { type LawCitation, type Reason, reason } from '../reason.ts';
import { type SecondaryParameters, secondarySettingInWords } from './parameters.ts';

/** A parameter that mattered for this pupil, said aloud beside the result, so that nobody takes a setting for the law. */
export function usedSetting(
  law: LawCitation,
  parameters: SecondaryParameters,
  parameter: keyof SecondaryParameters,
): Reason {
  return {
    ...reason(
      law,
      `Quy định có chỗ hiểu được nhiều cách; quy ước đang dùng – ${secondarySettingInWords(parameters, parameter)}`,
    ),
    parameter,
  };
}
