import type { PartialDate, RecordState } from '@hocba/record';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../server.ts';
import { type ClassOfYear, classPath } from '../enrolment/enrolment.client.ts';

export interface RecordLine {
  readonly yearSheetId: string;
  readonly recordId: string;
  readonly fullName: string;
  readonly birthDate?: PartialDate;
  readonly version: number;
  readonly state: RecordState;
  readonly effectiveDate: string | null;
  /** In words. */
  readonly yearResult: string | null;
  readonly signatures: readonly {
    readonly slot: string;
    /** Whose, in words. */
    readonly label: string;
    readonly signedAt: string;
    readonly timestamped: boolean;
  }[];
  readonly issued: boolean;
}

export interface ClassRecords {
  readonly classId: string;
  readonly name: string;
  readonly records: readonly RecordLine[];
}

export function recordsQuery(of: ClassOfYear) {
  return queryOptions({
    queryKey: ['records', of.schoolYear, of.classId],
    queryFn: () => get<ClassRecords>(`${classPath(of)}/records`),
    refetchInterval: ({ state }) => pauseUntilNews(state.data?.records ?? []),
  });
}

/** The registry answers in its own time, and locks in its own. */
function pauseUntilNews(records: readonly RecordLine[]): number | false {
  if (records.some(({ state }) => state === 'submitted')) return 2000;
  return records.some(({ state }) => state === 'received') ? 5000 : false;
}

export function fileAddress(yearSheetId: string, kind: 'xml' | 'pdf' | 'receipt' | 'preview.pdf'): string {
  return `/api/year-sheets/${yearSheetId}/${kind}`;
}
