import type { HttpClient } from '../../../scripts/demo/http-client.ts';
import { waitUntil } from '../../harness/index.ts';

export interface ChangeCount {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface ImportView {
  readonly importId: string;
  readonly status: 'reading' | 'refused' | 'problems' | 'applied';
  readonly report: {
    readonly refusal?: { readonly code: string; readonly sentence: string };
    readonly problems?: readonly { readonly sheet: string; readonly cell: string; readonly sentence: string }[];
    readonly changes?: Readonly<Record<'staff' | 'classes' | 'assignments' | 'students' | 'results', ChangeCount>>;
  };
}

/** Uploads a workbook as the academic clerk and waits for the report, whatever it says. */
export async function importAndRead(clerk: HttpClient, bytes: Uint8Array): Promise<ImportView> {
  const { importId } = await clerk.upload<{ importId: string }>('/api/imports', { name: 'tep.xlsx', bytes });
  return waitUntil(
    async () => {
      const run = await clerk.get<ImportView>(`/api/imports/${importId}`);
      return run.status !== 'reading' && run;
    },
    { what: 'import read', timeoutMs: 60_000, everyMs: 100 },
  );
}
