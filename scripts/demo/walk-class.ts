import type { SchoolPeople } from '../../simulators/sector-database/index.ts';
import { open } from './fill-school.ts';
import type { HttpClient } from './http-client.ts';
import { approveSeal, openOffice, type RegistryName } from './registry-office.ts';
import type { World } from './world.ts';

export interface ClassToWalk {
  readonly schoolYear: string;
  readonly classId: string;
  readonly people: SchoolPeople;
}

/** A class whose records the clerk hands in. */
type ClassToHandIn = Pick<ClassToWalk, 'schoolYear' | 'classId'> & {
  readonly people: { readonly academicClerk: Act['person'] };
};

type Cohort = 'completed' | 'notYetCompletedOrFaulty';
type Slot = 'subjectTeacher' | 'homeroomTeacher' | 'principal' | 'organisationSeal' | 'principalPdf';

/** Releases and carries over one class as the vice-principal. */
export async function carryOverClass(world: World, walk: ClassToWalk): Promise<{ carriedOver: number }> {
  const vicePrincipal = await open(world, walk.people.vicePrincipal);
  const path = `/api/classes/${walk.schoolYear}/${encodeURIComponent(walk.classId)}`;
  await vicePrincipal.post(`${path}/release`);
  return vicePrincipal.post<{ carriedOver: number }>(`${path}/carry-over`);
}

/** Homeroom teacher, principal, seal: three acts, the first two approved on the phone. */
export async function signClass(world: World, walk: ClassToWalk, log: (sentence: string) => void): Promise<void> {
  const { people, classId } = walk;
  const teacher = people.homeroomTeachers.get(classId);
  if (!teacher) throw new Error(`no homeroom teacher for ${classId}`);
  log(`Lớp ${classId}: giáo viên chủ nhiệm ký…`);
  await signAs(world, { ...walk, slot: 'homeroomTeacher', person: teacher });
  log(`Lớp ${classId}: hiệu trưởng ký…`);
  await signAs(world, { ...walk, slot: 'principal', person: people.principal });
  log(`Lớp ${classId}: văn thư đóng dấu, phát hành XML và PDF…`);
  await signAs(world, { ...walk, slot: 'organisationSeal', person: people.sealClerk });
}

interface Act extends Pick<ClassToWalk, 'schoolYear'> {
  /** Only this class; all that wait when absent. */
  readonly classId?: string;
  readonly slot: Slot;
  readonly person: Pick<SchoolPeople['principal'], 'loginName'>;
}

interface Waiting {
  readonly classes: { classId: string; documents: { yearSheetId: string; status: string }[] }[];
}

export interface SessionView {
  readonly sessionId: string;
  readonly state: string;
  readonly problem: string | null;
  readonly listDigest: string | null;
  readonly counts: Readonly<
    Record<'listed' | 'prepared' | 'signed' | 'refused' | 'timestamped' | 'issued' | 'waitingForPrincipal', number>
  >;
  readonly refusedItems: readonly { readonly yearSheetId: string; readonly problem: string | null }[];
}

/** One act over everything ready: starts it, approves it on the phone, waits until signed, timestamped and, for the seal, issued. */
export async function signAs(world: World, act: Act): Promise<SessionView | undefined> {
  const client = await open(world, act.person);
  const sessionId = await startAct(world, client, act);
  if (sessionId === undefined) return undefined;
  return finishAct(world, client, { sessionId, userId: act.person.loginName.toLowerCase(), slot: act.slot });
}

/** Starts an act over everything ready; undefined when nothing is. */
export async function startAct(
  world: World,
  client: HttpClient,
  act: Omit<Act, 'person'>,
): Promise<string | undefined> {
  const waiting = await client.get<Waiting>(`/api/signing/waiting?schoolYear=${act.schoolYear}&slot=${act.slot}`);
  const yearSheetIds = waiting.classes
    .filter((each) => act.classId === undefined || each.classId === act.classId)
    .flatMap((each) => each.documents.filter((document) => document.status === 'ready').map((d) => d.yearSheetId));
  if (yearSheetIds.length === 0) return undefined;
  const seal = act.slot === 'organisationSeal' ? { sealPassword: world.secrets.sealPassword } : {};
  const { sessionId } = await client.post<{ sessionId: string }>('/api/signing/sessions', {
    slot: act.slot,
    yearSheetIds,
    ...seal,
  });
  return sessionId;
}

/** Approves on the phone whenever it asks (again, after a crash), until the act is complete. */
export async function finishAct(
  world: World,
  client: HttpClient,
  of: { sessionId: string; userId: string; slot: Slot },
): Promise<SessionView> {
  for (;;) {
    const view = await client.get<SessionView>(`/api/signing/sessions/${of.sessionId}`);
    if (view.state === 'rejected' || view.state === 'failed') throw new Error(`signing ${view.state}: ${view.problem}`);
    if (isComplete(view, of.slot)) return view;
    if (view.state === 'awaitingApproval') await world.signing.phone(of.userId, world.secrets.pin, 'approve');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function isComplete({ state, counts }: SessionView, slot: Slot): boolean {
  const done = slot === 'organisationSeal' ? Math.min(counts.timestamped, counts.issued) : counts.timestamped;
  return state === 'finished' && done >= counts.signed;
}

interface Submissions {
  readonly seal: { readonly state: string } | null;
  readonly classes: readonly {
    readonly records: readonly SubmittedRecord[];
  }[];
}

export interface SubmittedRecord {
  readonly yearSheetId: string;
  readonly recordId: string;
  readonly fullName: string;
  readonly version: number;
  readonly state: string;
  readonly cohort: Cohort;
  readonly effectiveDate: string | null;
  readonly reasons: readonly { readonly code: string; readonly sentence: string }[];
}

/** The school asks for its seal to be accepted, an officer of the root registry approves it; waits until the school knows. */
export async function acceptSeal(world: World, walk: ClassToHandIn, of: { registry: RegistryName; schoolId: string }) {
  const clerk = await open(world, walk.people.academicClerk);
  await clerk.post('/api/issuer-requests');
  await approveSeal(world, of.registry, of.schoolId);
  await until(async () => (await submissionsOf(clerk, walk)).seal?.state === 'approved');
}

/** Hands in one class and waits until every record has its signed receipt. */
export async function submitClass(world: World, walk: ClassToHandIn): Promise<readonly SubmittedRecord[]> {
  const clerk = await open(world, walk.people.academicClerk);
  await clerk.post('/api/submissions', { schoolYear: walk.schoolYear, classId: walk.classId });
  return settled(clerk, walk, (record) => record.state !== 'submitted');
}

export interface CohortLock {
  readonly registry: RegistryName;
  readonly schoolId: string;
  readonly cohort: Cohort;
  /** Needed before the deadline. */
  readonly reason?: string;
}

/** The registry's officer locks a cohort of this school; waits until the school has been told. */
export async function lockCohort(
  world: World,
  walk: ClassToHandIn,
  lock: CohortLock,
): Promise<readonly SubmittedRecord[]> {
  const office = await openOffice(world, lock.registry);
  const { cohort, schoolId, reason } = lock;
  const { schoolYear } = walk;
  await office.post('/api/locking', { schoolYear, cohort, schoolIds: [schoolId], ...(reason ? { reason } : {}) });
  const clerk = await open(world, walk.people.academicClerk);
  return settled(clerk, walk, (record) => record.state !== 'received' || record.cohort !== cohort);
}

async function settled(
  clerk: HttpClient,
  walk: ClassToHandIn,
  isSettled: (record: SubmittedRecord) => boolean,
): Promise<readonly SubmittedRecord[]> {
  let records: readonly SubmittedRecord[] = [];
  await until(async () => {
    const { classes } = await submissionsOf(clerk, walk);
    records = classes.flatMap((each) => each.records);
    return records.every(isSettled);
  });
  return records;
}

function submissionsOf(clerk: HttpClient, { schoolYear, classId }: ClassToHandIn): Promise<Submissions> {
  return clerk.get(`/api/submissions?schoolYear=${schoolYear}&classId=${encodeURIComponent(classId)}`);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 200));
}
