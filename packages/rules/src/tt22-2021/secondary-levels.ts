import { type SecondaryLevel, secondaryLevels } from '@hocba/record';

export { type SecondaryLevel, secondaryLevels };

/** 0 for Tốt … 3 for Chưa đạt. */
export function rankOf(level: SecondaryLevel): number {
  return secondaryLevels.findIndex(({ id }) => id === level);
}
