import type { RecordState } from '@hocba/record';
import { tasksText as text } from '../../labels/tasks.ts';
import { type ClassProgress, isPrepared, isToRelease } from '../carry-over/carry-over.client.ts';
import type { Session } from '../people/people.client.ts';
import { holds } from '../people/session.ts';
import type { Slot } from '../signing/signing.client.ts';

export interface Task {
  readonly sentence: string;
  readonly go: string;
  readonly to:
    | '/import'
    | '/classes'
    | '/receive'
    | '/signing'
    | '/submissions'
    | '/accounts'
    | '/classes/$schoolYear/$classId';
  readonly classId?: string;
  /** In which capacity the signing screen opens. */
  readonly slot?: Slot;
  /** Somebody else has to act first: told, not asked. */
  readonly forOthers?: true;
}

/** What waits for this person, most pressing first, out of how far the classes have come; `ownRows`: sheets with rows they sign as a subject's teacher. */
export function tasksOf(session: Session, classes: readonly ClassProgress[], ownRows = 0): readonly Task[] {
  return [
    ...when(ownRows, { sentence: text.signSubject(ownRows), go: text.go.sign, to: '/signing', slot: 'subjectTeacher' }),
    ...(holds(session, 'principal') ? principalTasks(classes) : []),
    ...(holds(session, 'homeroomTeacher') ? homeroomTasks(classes.filter(({ isHomeroom }) => isHomeroom)) : []),
    ...(holds(session, 'vicePrincipal') ? managementTasks(classes) : []),
    ...(holds(session, 'sealClerk') ? sealTasks(classes) : []),
    ...(holds(session, 'academicClerk') ? clerkTasks(classes) : []),
    ...(holds(session, 'administrator')
      ? [{ sentence: text.accounts, go: text.go.accounts, to: '/accounts' } as const]
      : []),
  ];
}

function homeroomTasks(classes: readonly ClassProgress[]): Task[] {
  const subjects = sum(classes, ({ awaitingSubjectTeachers }) => awaitingSubjectTeachers);
  const toSign = inStates(classes, 'carriedOver', 'signedBySubjectTeachers') - subjects;
  return [
    ...waitingForSubjects(subjects),
    ...when(toSign, { sentence: text.signHomeroom(toSign), go: text.go.sign, to: '/signing' }),
    ...awaitingFileTask(classes),
    ...classes.flatMap(({ classId, name, problems, waiting, ready, releasedAt, withdrawn }) => {
      const place = { go: text.go.enter, to: '/classes/$schoolYear/$classId', classId } as const;
      return [
        ...when(withdrawn, { ...place, sentence: text.withdrawn(name, withdrawn) }),
        ...when(problems, { ...place, sentence: text.complete(name, problems) }),
        ...when(waiting, { ...place, sentence: text.supplementary(name, waiting) }),
        ...when(problems === 0 && ready > withdrawn, {
          ...place,
          sentence: releasedAt ? text.waitForCarryOver(name) : text.waitForRelease(name),
          forOthers: true,
        }),
      ];
    }),
  ];
}

/** Teachers of subjects sign first. */
function waitingForSubjects(count: number): Task[] {
  return when(count, {
    ...{ sentence: text.waitingSubjects(count), go: text.go.classes, to: '/classes' as const },
    forOthers: true,
  });
}

/** The clerk hands the next version in. */
function awaitingFileTask(classes: readonly ClassProgress[]): Task[] {
  const awaiting = sum(classes, ({ awaitingFile }) => awaitingFile);
  return when(awaiting, {
    ...{ sentence: text.awaitingFile(awaiting), go: text.go.classes, to: '/classes' as const },
    forOthers: true,
  });
}

function principalTasks(classes: readonly ClassProgress[]): Task[] {
  const toSign = inStates(classes, 'signedByHomeroomTeacher');
  const waiting = sum(classes, ({ waiting }) => waiting);
  const subjects = sum(classes, ({ awaitingSubjectTeachers }) => awaitingSubjectTeachers);
  const before = inStates(classes, 'carriedOver', 'signedBySubjectTeachers') - subjects;
  return [
    ...when(toSign, { sentence: text.signPrincipal(toSign), go: text.go.sign, to: '/signing' }),
    ...when(waiting, { sentence: text.decide(waiting), go: text.go.classes, to: '/classes' }),
    ...managementTasks(classes),
    ...waitingForSubjects(subjects),
    ...when(before, { sentence: text.waitingHomeroom(before), go: text.go.classes, to: '/classes', forOthers: true }),
  ];
}

function managementTasks(classes: readonly ClassProgress[]): Task[] {
  const toRelease = classes.filter(isToRelease).length;
  const toCarryOver = classes.filter(({ releasedAt, ready }) => releasedAt && ready > 0).length;
  const incomplete = classes.filter(({ problems }) => problems > 0);
  const pupils = sum(incomplete, ({ problems }) => problems);
  const place = { go: text.go.classes, to: '/classes' } as const;
  return [
    ...when(toRelease, { ...place, sentence: text.release(toRelease) }),
    ...when(toCarryOver, { ...place, sentence: text.carryOver(toCarryOver) }),
    ...when(pupils, { ...place, sentence: text.notComplete(incomplete.length, pupils), forOthers: true }),
  ];
}

function sealTasks(classes: readonly ClassProgress[]): Task[] {
  const toSeal = inStates(classes, 'signedByPrincipal');
  const before = inStates(classes, 'signedByHomeroomTeacher');
  return [
    ...when(toSeal, { sentence: text.seal(toSeal), go: text.go.seal, to: '/signing' }),
    ...when(before, { sentence: text.waitingPrincipal(before), go: text.go.classes, to: '/classes', forOthers: true }),
  ];
}

function clerkTasks(classes: readonly ClassProgress[]): Task[] {
  const receive = { go: text.go.receive, to: '/receive' } as const;
  const load = { go: text.go.import, to: '/import' } as const;
  if (classes.length === 0)
    return [
      { ...load, sentence: text.importFirst },
      { ...receive, sentence: text.receiveFirst },
    ];
  const awaiting = sum(classes, ({ awaitingFile }) => awaitingFile);
  const rejected = inStates(classes, 'rejected');
  const issued = inStates(classes, 'issued');
  const submitted = inStates(classes, 'submitted');
  const toCarryOver = classes.filter(({ releasedAt, ready }) => releasedAt && ready > 0).length;
  return [
    ...when(rejected, { sentence: text.rejected(rejected), go: text.go.reasons, to: '/submissions' }),
    ...when(awaiting, { ...receive, sentence: text.awaitingFile(awaiting) }),
    ...when(toCarryOver, { sentence: text.carryOver(toCarryOver), go: text.go.classes, to: '/classes' }),
    ...when(issued, { sentence: text.submit(issued), go: text.go.submit, to: '/submissions' }),
    classes.every(isPrepared) ? { ...receive, sentence: text.receiveMore } : { ...load, sentence: text.importAgain },
    ...when(submitted, {
      sentence: text.waitingReceipt(submitted),
      go: text.go.submit,
      to: '/submissions',
      forOthers: true,
    }),
  ];
}

function when(condition: number | boolean, task: Task): Task[] {
  return condition ? [task] : [];
}

function inStates(classes: readonly ClassProgress[], ...states: readonly RecordState[]): number {
  return sum(classes, (each) => states.reduce((count, state) => count + (each.states[state] ?? 0), 0));
}

function sum(classes: readonly ClassProgress[], of: (each: ClassProgress) => number): number {
  return classes.reduce((total, each) => total + of(each), 0);
}
