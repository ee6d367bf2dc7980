import { queryOptions } from '@tanstack/react-query';
import { get, type Problem } from '../../server.ts';
import type { IssuerState } from '../issuers/issuers.client.ts';
import type { Cohort } from './submissions.client.ts';

export interface RegistrySchool {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly seal: IssuerState;
  readonly received: number;
  readonly late: number;
  readonly locked: number;
  readonly rejected: number;
  readonly lastReceivedAt: string | null;
}

export function registrySchoolsQuery(schoolYear: string) {
  return queryOptions({
    queryKey: ['registry', 'schools', schoolYear],
    queryFn: async () =>
      (await get<{ schools: readonly RegistrySchool[] }>(`/api/registry/schools?schoolYear=${schoolYear}`)).schools,
    refetchInterval: 10_000,
  });
}

export interface RegistryRecord {
  readonly recordId: string;
  readonly version: number;
  readonly grade: number;
  readonly className: string;
  readonly studentName: string;
  /** In words. */
  readonly yearResult: string | null;
  readonly cohort: Cohort;
  readonly state: 'received' | 'locked' | 'replaced' | 'withdrawn' | 'recallRequested' | 'recalled';
  readonly late: boolean;
  readonly receivedAt: string;
  readonly effectiveDate: string | null;
  readonly reportOutcome: 'accepted' | 'rejected' | null;
  readonly reportReasons: readonly Problem[] | null;
}

export interface RegistryRecords {
  readonly records: readonly RegistryRecord[];
  readonly rejected: readonly {
    readonly recordId: string;
    readonly version: number;
    readonly className: string;
    readonly reasons: readonly Problem[];
    readonly rejectedAt: string;
  }[];
}

export function registryRecordsQuery(of: { schoolYear: string; schoolId: string }) {
  return queryOptions({
    queryKey: ['registry', 'records', of.schoolYear, of.schoolId],
    queryFn: () =>
      get<RegistryRecords>(
        `/api/registry/records?schoolYear=${of.schoolYear}&schoolId=${encodeURIComponent(of.schoolId)}`,
      ),
  });
}
