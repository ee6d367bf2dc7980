import type { SchoolLevel } from '@hocba/record';

/** A sentence written for schools, as a centre says it: its head is giám đốc. @law TT43/2021 */
export function inWordsOf(level: SchoolLevel | undefined, sentence: string): string {
  if (level !== 'continuingEducation') return sentence;
  return sentence.replaceAll('Hiệu trưởng', 'Giám đốc').replaceAll('hiệu trưởng', 'giám đốc');
}
