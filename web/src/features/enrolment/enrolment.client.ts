import type { SchoolLevel } from '@hocba/record';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../server.ts';

/** A class of a year: what addresses and requests name. */
export interface ClassOfYear {
  readonly schoolYear: string;
  readonly classId: string;
}

export function classPath({ schoolYear, classId }: ClassOfYear): string {
  return `/api/classes/${schoolYear}/${encodeURIComponent(classId)}`;
}

export const schoolYearsQuery = queryOptions({
  queryKey: ['school-years'],
  queryFn: () =>
    get<{ schoolYears: readonly string[]; schoolName: string | null; schoolLevel: SchoolLevel }>('/api/school-years'),
});
