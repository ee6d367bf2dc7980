import { setTimeout as wait } from 'node:timers/promises';
import { open } from '../../../scripts/demo/fill-school.ts';
import type { HttpClient } from '../../../scripts/demo/http-client.ts';
import type { SessionView } from '../../../scripts/demo/walk-class.ts';
import type { SchoolPeople } from '../../../simulators/sector-database/index.ts';
import type { StoryWorld } from './story-world.ts';

export type Slot = 'subjectTeacher' | 'homeroomTeacher' | 'principal' | 'organisationSeal' | 'principalPdf';

/** Someone at their screen with a phone beside it, who signs in one capacity. */
export interface Signatory {
  readonly client: HttpClient;
  readonly userId: string;
  readonly slot: Slot;
}

export async function signatory(world: StoryWorld, person: SchoolPeople['principal'], slot: Slot): Promise<Signatory> {
  return { client: await open(world, person), userId: person.loginName.toLowerCase(), slot };
}

interface Waiting {
  readonly classes: {
    readonly classId: string;
    readonly documents: readonly { readonly yearSheetId: string; readonly status: string }[];
  }[];
}

/** Sheets that wait for this signatory, in the order of the screen. */
export async function readySheets(of: Signatory, schoolYear: string, classId?: string): Promise<string[]> {
  const { classes } = await of.client.get<Waiting>(`/api/signing/waiting?schoolYear=${schoolYear}&slot=${of.slot}`);
  return classes
    .filter((each) => classId === undefined || each.classId === classId)
    .flatMap((each) =>
      each.documents.filter(({ status }) => status === 'ready').map((document) => document.yearSheetId),
    );
}

/** Starts one act over named sheets. */
export async function start(world: StoryWorld, by: Signatory, yearSheetIds: readonly string[]): Promise<string> {
  const seal = by.slot === 'organisationSeal' ? { sealPassword: world.secrets.sealPassword } : {};
  const body = { slot: by.slot, yearSheetIds, ...seal };
  const { sessionId } = await by.client.post<{ sessionId: string }>('/api/signing/sessions', body);
  return sessionId;
}

export function view(by: Signatory, sessionId: string): Promise<SessionView> {
  return by.client.get<SessionView>(`/api/signing/sessions/${sessionId}`);
}

/** Patience of a person whose screen loses the connection now and then: approves whenever the phone asks, until all is done. */
export async function complete(
  world: StoryWorld,
  by: Signatory,
  of: { sessionId: string; timeoutMs?: number },
): Promise<SessionView> {
  const deadline = performance.now() + (of.timeoutMs ?? 120_000);
  for (let last: SessionView | undefined; ; await wait(100)) {
    if (performance.now() > deadline) throw new Error(`act not complete: ${JSON.stringify(last)}`);
    last = await unlessCutOff(view(by, of.sessionId));
    if (!last) continue;
    if (last.state === 'rejected' || last.state === 'failed') throw new Error(`act ${last.state}: ${last.problem}`);
    if (isComplete(last, by.slot)) return last;
    if (last.state === 'awaitingApproval')
      await unlessCutOff(world.signing.phone(by.userId, world.secrets.pin, 'approve'));
  }
}

export function isComplete({ state, counts }: SessionView, slot: Slot): boolean {
  const last = slot === 'organisationSeal' ? counts.issued : counts.timestamped;
  return state === 'finished' && last >= counts.signed;
}

/** Undefined when the other side went away; its own refusals are passed on. */
async function unlessCutOff<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
