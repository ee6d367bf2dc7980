import { queryOptions } from '@tanstack/react-query';
import { get, upload } from '../../server.ts';

export type ImportStatus = 'reading' | 'refused' | 'problems' | 'applied' | 'failed';

export interface ImportLine {
  readonly importId: string;
  readonly fileName: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly status: ImportStatus;
}

export interface WorkbookProblem {
  readonly sheet: string;
  readonly cell: string;
  readonly row: number;
  readonly pupil: { readonly studentId: string; readonly fullName: string } | null;
  readonly severity: 'error' | 'warning';
  readonly sentence: string;
}

export type ChangeCount = Readonly<Record<string, number>>;

export interface ImportRun extends ImportLine {
  readonly progress: { readonly sheet: string | null; readonly done: number; readonly total: number };
  readonly report: {
    readonly refusal?: { readonly sentence: string };
    readonly problems?: readonly WorkbookProblem[];
    readonly changes?: Readonly<Record<string, ChangeCount>>;
  };
}

const WHILE_READING_MS = 400;

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: async () => (await get<{ imports: readonly ImportLine[] }>('/api/imports')).imports,
  refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'reading') ? 1000 : false),
});

export function importQuery(importId: string) {
  return queryOptions({
    queryKey: ['imports', importId],
    queryFn: () => get<ImportRun>(`/api/imports/${importId}`),
    refetchInterval: ({ state }) => (state.data?.status === 'reading' ? WHILE_READING_MS : false),
  });
}

export function startImport(file: File): Promise<{ importId: string }> {
  return upload('/api/imports', file);
}
