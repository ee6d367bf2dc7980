import type { RecordState } from '@hocba/record';
import { queryOptions } from '@tanstack/react-query';
import { get, type Problem, send } from '../../server.ts';

export type Cohort = 'completed' | 'notYetCompletedOrFaulty';

export interface SubmittedRecord {
  readonly yearSheetId: string;
  readonly fullName: string;
  readonly version: number;
  readonly state: RecordState;
  readonly reasons: readonly Problem[];
  readonly submittedAt: string | null;
  readonly answeredAt: string | null;
}

export interface SubmittedClass {
  readonly classId: string;
  readonly name: string;
  readonly grade: number;
  readonly counts: Readonly<Partial<Record<RecordState, number>>>;
  readonly records: readonly SubmittedRecord[];
}

export interface Submissions {
  readonly receiver: { readonly organisationId: string; readonly kind: string };
  /** Messages without a signed answer yet. */
  readonly waiting: number;
  readonly oldestWaitingAt: string | null;
  readonly linkProblem: string | null;
  readonly seal: { readonly state: 'requested' | 'approved' | 'refused' | 'ended' } | null;
  readonly deadlines: readonly { readonly cohort: Cohort; readonly before: string; readonly source: string }[];
  readonly classes: readonly SubmittedClass[];
}

const WHILE_WAITING_MS = 2000;

export function submissionsQuery(schoolYear: string, classId?: string) {
  const ofClass = classId === undefined ? '' : `&classId=${encodeURIComponent(classId)}`;
  return queryOptions({
    queryKey: ['submissions', schoolYear, classId ?? null],
    queryFn: () => get<Submissions>(`/api/submissions?schoolYear=${schoolYear}${ofClass}`),
    refetchInterval: ({ state }) => (state.data && isWaiting(state.data) ? WHILE_WAITING_MS : false),
  });
}

function isWaiting({ classes, waiting }: Submissions): boolean {
  return waiting > 0 || classes.some(({ counts }) => (counts.submitted ?? 0) > 0);
}

export interface SubmitWish {
  readonly schoolYear: string;
  readonly classId?: string;
}

export function submitRecords(wish: SubmitWish): Promise<{ submitted: number }> {
  return send('POST', '/api/submissions', wish);
}

export function requestIssuer(): Promise<unknown> {
  return send('POST', '/api/issuer-requests');
}
