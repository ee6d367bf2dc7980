import { useQuery } from '@tanstack/react-query';
import { inWordsOf } from '../../labels/school-words.ts';
import { useSession } from '../people/session.ts';
import { schoolYearsQuery } from './enrolment.client.ts';

/** Puts sentences that name the head into the words of this person's school or centre. */
export function useSchoolWords(): (sentence: string) => string {
  const { install } = useSession();
  const level = useQuery({ ...schoolYearsQuery, enabled: install === 'school' }).data?.schoolLevel;
  return (sentence) => inWordsOf(level, sentence);
}
