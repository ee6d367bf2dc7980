import type {
  PartialDate,
  PrimarySubject,
  QualitiesAndCompetences,
  RecordState,
  SubjectLevel,
  YearSheet,
} from '@hocba/record';
import { queryOptions } from '@tanstack/react-query';
import { get, send } from '../../server.ts';
import { type ClassOfYear, classPath } from '../enrolment/enrolment.client.ts';
import type { Outcome } from './outcome.ts';

export type Readiness = 'ready' | 'waiting' | 'problems' | 'carriedOver' | 'awaitingFile';

/** A sheet taken back with nothing in its place yet. */
export interface WithdrawnSheet {
  readonly version: number;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly reason: string | null;
}

export interface PupilLine {
  readonly recordId: string;
  readonly fullName: string;
  readonly birthDate: PartialDate;
  readonly readiness: Readiness;
  /** In words. */
  readonly result: string | null;
  /** Data missing or wrong. */
  readonly open: number;
  readonly warnings: number;
  /** The sheet came finished from the school's own software. */
  readonly prepared: boolean;
  readonly withdrawn: WithdrawnSheet | null;
}

export interface ClassEntry {
  readonly classId: string;
  readonly name: string;
  readonly grade: number;
  readonly released: { readonly releasedAt: string; readonly releasedBy: string } | null;
  readonly pupils: readonly PupilLine[];
}

export interface SubjectFacts {
  readonly subject: PrimarySubject;
  readonly level: SubjectLevel | null;
  readonly tests: readonly { readonly scoreTenths: number; readonly effective: boolean }[];
  readonly comment: string;
  readonly supplementary: { readonly level: SubjectLevel | null; readonly scoreTenths: number | null } | null;
  readonly exemption: 'none' | 'test' | 'assessment';
}

export interface Commendation {
  readonly outstandingOrClearProgress: boolean;
  readonly recognisedByClass: boolean;
  readonly others: readonly string[];
}

export interface PupilYearFacts {
  readonly heightTenths: number | null;
  readonly weightTenths: number | null;
  readonly absentWithLeave: number;
  readonly absentWithoutLeave: number;
  readonly subjects: readonly SubjectFacts[];
  readonly qualitiesAndCompetences: QualitiesAndCompetences;
  readonly levelWithheld: boolean;
  readonly principalDecision: { readonly promoted: boolean; readonly gradeCompleted?: boolean } | null;
  readonly commendation: Commendation | null;
}

interface PupilInClass {
  readonly recordId: string;
  readonly classId: string;
  readonly className: string;
  readonly withdrawn: WithdrawnSheet | null;
  readonly profile: {
    readonly fullName: string;
    readonly birthDate: PartialDate;
    readonly individualEducationPlan: boolean;
  };
}

/** A pupil whose sheet came finished: only to be read. */
export interface PreparedPupilYear extends PupilInClass {
  readonly kind: 'prepared';
  readonly sheet: {
    readonly yearSheetId: string;
    readonly version: number;
    readonly state: RecordState | 'withdrawn';
    readonly content: YearSheet;
  };
}

export interface PupilYear extends PupilInClass {
  readonly kind: 'entered';
  readonly grade: 1 | 2 | 3 | 4 | 5;
  readonly revision: number;
  readonly facts: PupilYearFacts;
  readonly outcome: Outcome;
  readonly readiness: Readiness;
  /** Why nothing can be changed any more. */
  readonly closed: 'frozen' | 'released' | null;
  readonly may: { readonly edit: boolean; readonly decidePromotion: boolean };
}

export interface PupilKey {
  readonly schoolYear: string;
  readonly recordId: string;
}

export function classEntryQuery(of: ClassOfYear) {
  return queryOptions({
    queryKey: ['class-entry', of.schoolYear, of.classId],
    queryFn: () => get<ClassEntry>(`${classPath(of)}/entry`),
  });
}

const pupilPath = ({ schoolYear, recordId }: PupilKey) => `/api/pupil-years/${schoolYear}/${recordId}`;

export function pupilYearQuery(key: PupilKey) {
  return queryOptions({
    queryKey: ['pupil-year', key.schoolYear, key.recordId],
    queryFn: () => get<PupilYear | PreparedPupilYear>(pupilPath(key)),
    // What is being edited does not change under the editor's hands.
    refetchOnWindowFocus: false,
  });
}

/** @throws Refusal 409 `saved-by-another` */
export function savePupilYear(key: PupilKey, save: Pick<PupilYear, 'revision' | 'facts'>): Promise<PupilYear> {
  return send('PUT', pupilPath(key), save);
}

export function evaluatePupilYear(
  key: PupilKey,
  facts: PupilYearFacts,
): Promise<Pick<PupilYear, 'outcome' | 'readiness'>> {
  return send('POST', `${pupilPath(key)}/evaluation`, { facts });
}
