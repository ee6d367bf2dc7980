import { useQuery } from '@tanstack/react-query';
import { pupilText as text } from '../../labels/entry.ts';
import { classEntryQuery, type PupilKey } from './entry.client.ts';

/** The pupils before and after on the class roll. */
export function useNeighbours(of: PupilKey, { classId }: { readonly classId: string }) {
  const { data } = useQuery(classEntryQuery({ schoolYear: of.schoolYear, classId }));
  const pupils = data?.pupils ?? [];
  const at = pupils.findIndex(({ recordId }) => recordId === of.recordId);
  return {
    previous: at > 0 ? pupils[at - 1]?.recordId : undefined,
    next: at >= 0 ? pupils[at + 1]?.recordId : undefined,
    position: at >= 0 ? text.position(at + 1, pupils.length) : '',
  };
}
