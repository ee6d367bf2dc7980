import { labelOf } from '@hocba/record';
import { type Reason, reason } from '../reason.ts';
import { type SecondaryLevel, secondaryLevels } from './secondary-levels.ts';

type BySecondSemester = Readonly<Record<SecondaryLevel, SecondaryLevel>>;

const yearBySemesters: Readonly<Record<SecondaryLevel, BySecondSemester>> = {
  good: { good: 'good', fair: 'fair', achieved: 'fair', notAchieved: 'notAchieved' },
  fair: { good: 'good', fair: 'fair', achieved: 'achieved', notAchieved: 'notAchieved' },
  achieved: { good: 'fair', fair: 'fair', achieved: 'achieved', notAchieved: 'notAchieved' },
  notAchieved: { good: 'fair', fair: 'achieved', achieved: 'achieved', notAchieved: 'notAchieved' },
};

/** Kết quả rèn luyện cả năm: a table of the two semesters, not their average. @law TT22/2021 Đ8.2.b */
export function yearConduct(firstSemester: SecondaryLevel, secondSemester: SecondaryLevel): SecondaryLevel {
  return yearBySemesters[firstSemester][secondSemester];
}

export function conductReason(firstSemester: SecondaryLevel, secondSemester: SecondaryLevel): Reason {
  const label = (level: SecondaryLevel) => labelOf(secondaryLevels, level);
  const year = label(yearConduct(firstSemester, secondSemester));
  const datum = { kind: 'conduct', of: '', label: 'Rèn luyện' } as const;
  return reason(
    'TT22/2021 Đ8.2.b',
    `Rèn luyện cả năm là ${year} vì học kì I ${label(firstSemester)}, học kì II ${label(secondSemester)}`,
    [
      { ...datum, of: 'first', label: 'Rèn luyện học kì I', value: label(firstSemester) },
      { ...datum, of: 'second', label: 'Rèn luyện học kì II', value: label(secondSemester) },
    ],
  );
}
