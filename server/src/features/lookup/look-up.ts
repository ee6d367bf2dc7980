import type { CodeHolderView } from './lookup.policy.ts';
import { viewForCodeHolder } from './lookup.policy.ts';
import type { PublishedRecord } from './published.store.ts';

/** One school year under a code: the version that counts, and the earlier ones that no longer do. */
export interface YearAnswer {
  readonly record: PublishedRecord;
  readonly view: CodeHolderView;
  readonly earlier: readonly { readonly version: number; readonly state: PublishedRecord['state'] }[];
}

/** Rows under one code, newest year first, as answers a year each. Pure. */
export function answersByYear(rows: readonly PublishedRecord[]): YearAnswer[] {
  return [...Map.groupBy(rows, (row) => row.schoolYear)].flatMap(([, versions]) => {
    const counts = versions.find((row) => isStanding(row)) ?? versions[0];
    if (!counts) return [];
    const earlier = versions
      .filter((row) => row.version !== counts.version)
      .map(({ version, state }) => ({ version, state }));
    return [{ record: counts, view: viewForCodeHolder(counts), earlier }];
  });
}

/** Neither replaced nor withdrawn; a recalled version is what counts until its replacement comes. */
function isStanding({ state }: PublishedRecord): boolean {
  return state !== 'replaced' && state !== 'withdrawn';
}
