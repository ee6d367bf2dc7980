import type { PrimarySubject, PrimaryYearConclusion, RatedRow, RecordState, SubjectLevel } from '@hocba/record';
import { queryOptions } from '@tanstack/react-query';
import { get, send } from '../../server.ts';
import { type ClassOfYear, classPath } from '../enrolment/enrolment.client.ts';

/** How far one class has come. Pupils whose sheet is frozen are counted in `states` alone. */
export interface ClassProgress {
  readonly classId: string;
  readonly name: string;
  readonly grade: number;
  readonly homeroomTeacher: string | null;
  readonly isHomeroom: boolean;
  readonly releasedAt: string | null;
  readonly pupils: number;
  readonly ready: number;
  readonly waiting: number;
  readonly problems: number;
  /** Pupils whose sheet came finished from the school's own software: nothing is entered or released here. */
  readonly prepared: number;
  /** Pupils whose sheet was withdrawn and who wait for its successor: from entry here, or from that software. */
  readonly withdrawn: number;
  readonly awaitingFile: number;
  /** Frozen sheets on which teachers of subjects sign before the homeroom teacher, and have not all signed. */
  readonly awaitingSubjectTeachers: number;
  readonly states: Readonly<Partial<Record<RecordState, number>>>;
}

export function progressQuery(schoolYear: string) {
  return queryOptions({
    queryKey: ['progress', schoolYear],
    queryFn: async () =>
      (await get<{ classes: readonly ClassProgress[] }>(`/api/school-years/${schoolYear}/progress`)).classes,
  });
}

export interface PupilName {
  readonly recordId: string;
  readonly fullName: string;
}

export interface CarryOverReport {
  readonly carriedOver: number;
  readonly already: number;
  readonly waiting: readonly PupilName[];
  /** Left out because data is missing or wrong. */
  readonly faulty: readonly PupilName[];
}

/** Whether management has something to release: not where every sheet came finished. */
export function isToRelease(progress: ClassProgress): boolean {
  return progress.releasedAt === null && progress.problems === 0 && !isPrepared(progress);
}

/** All of the files or none. @throws Refusal 422 naming every fault with its file and pupil. */
export function handInPrepared(
  schoolYear: string,
  files: readonly { readonly name: string; readonly xml: string }[],
): Promise<{ carriedOver: number }> {
  return send('POST', '/api/year-sheets/prepared', { schoolYear, files });
}

/** Every sheet of the class came finished. */
export function isPrepared({ prepared, pupils }: ClassProgress): boolean {
  return pupils > 0 && prepared === pupils;
}

export function releaseClass(of: ClassOfYear): Promise<unknown> {
  return send('POST', `${classPath(of)}/release`);
}

export function carryOverClass(of: ClassOfYear): Promise<CarryOverReport> {
  return send('POST', `${classPath(of)}/carry-over`);
}

export interface SummaryRow {
  readonly studentId: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly subjects: readonly {
    readonly subject: PrimarySubject;
    readonly level: SubjectLevel | null;
    readonly score: number | null;
    readonly supplementary: { readonly level: SubjectLevel | null; readonly score: number | null } | null;
  }[];
  readonly qualities: readonly RatedRow<string>[];
  readonly generalCompetences: readonly RatedRow<string>[];
  readonly specificCompetences: readonly RatedRow<string>[];
  readonly conclusion: PrimaryYearConclusion;
}

export interface SummaryView {
  readonly version: number;
  readonly createdAt: string;
  readonly sheets: number;
  readonly content: { readonly rows: readonly SummaryRow[] };
  readonly differences: readonly { readonly fullName: string; readonly cell: string }[];
}

export function summaryQuery(of: ClassOfYear) {
  return queryOptions({
    queryKey: ['summary', of.schoolYear, of.classId],
    queryFn: () => get<SummaryView>(`${classPath(of)}/summary`),
  });
}

export function withdrawSheet(yearSheetId: string, reason: string): Promise<unknown> {
  return send('POST', `/api/year-sheets/${yearSheetId}/withdrawal`, { reason });
}
