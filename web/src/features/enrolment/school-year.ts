import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../people/session.ts';
import { schoolYearsQuery } from './enrolment.client.ts';

export interface SchoolYearChoice {
  /** Undefined before the first import. */
  readonly schoolYear: string | undefined;
  readonly all: readonly string[];
  readonly choose: (schoolYear: string) => void;
}

/** The school year a person works in: the one they chose last, else the latest. */
export function useSchoolYear(): SchoolYearChoice {
  const { install } = useSession();
  const all = useQuery({ ...schoolYearsQuery, enabled: install === 'school' }).data?.schoolYears ?? [];
  const [chosen, choose] = useLocalStorage({
    key: 'hocba-school-year',
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  return { schoolYear: all.includes(chosen) ? chosen : all[0], all, choose };
}
