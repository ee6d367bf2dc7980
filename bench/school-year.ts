import { Pool } from 'pg';
import type { HttpClient } from '../scripts/demo/http-client.ts';
import { type SessionView, startAct } from '../scripts/demo/walk-class.ts';
import type { BenchWorld } from './bench-world.ts';
import { cpuOfDescendants, type Spent } from './cpu-time.ts';
import { openPatiently } from './open-patiently.ts';

type Slot = 'homeroomTeacher' | 'principal' | 'organisationSeal';

/** Seconds from the click until the last document. */
export interface ActTimes {
  readonly documents: number;
  /** Processor seconds of all processes: school, simulators, PostgreSQL. */
  readonly cpu: number;
  readonly signed: number;
  readonly timestamped: number;
  /** Only for the seal: XML and PDF with all signatures on disk. */
  readonly issued: number;
}

export interface SchoolYearTimes {
  readonly imported: number;
  readonly carriedOver: number;
  /** All homeroom teachers, one after the other. */
  readonly homeroom: Spent;
  readonly principal: ActTimes;
  readonly seal: ActTimes;
}

/** Walks the whole school from the workbook to issued records; the phone approves at once. */
export async function walkSchoolYear(bench: BenchWorld): Promise<SchoolYearTimes> {
  const { reference } = bench;
  const { schoolYear } = reference.august.school;
  const people = reference.facts;
  const vicePrincipal = await openPatiently(bench, people.vicePrincipal);
  const carriedOver = await seconds(async () => {
    for (const { code } of reference.august.classes) {
      for (const step of ['release', 'carry-over'])
        await vicePrincipal.post(`/api/classes/${schoolYear}/${code}/${step}`);
    }
  });
  const teachers: Act[] = [];
  for (const [classId, person] of people.homeroomTeachers) {
    const { loginName } = person;
    teachers.push({ slot: 'homeroomTeacher', classId, loginName, client: await openPatiently(bench, person) });
  }
  const cpuBefore = cpuOfDescendants();
  const homeroomWall = await seconds(async () => {
    for (const teacher of teachers) await act(bench, teacher);
  });
  const homeroom = { wall: homeroomWall, cpu: cpuOfDescendants() - cpuBefore };
  const principal = await actOf(bench, 'principal', people.principal);
  const seal = await actOf(bench, 'organisationSeal', people.sealClerk);
  return { imported: await importSeconds(bench), carriedOver, homeroom, principal, seal };
}

interface Act {
  readonly slot: Slot;
  readonly client: HttpClient;
  readonly loginName: string;
  readonly classId?: string;
}

type Person = BenchWorld['reference']['facts']['principal'];

async function actOf(bench: BenchWorld, slot: Slot, person: Person): Promise<ActTimes> {
  return act(bench, { slot, loginName: person.loginName, client: await openPatiently(bench, person) });
}

async function act({ world, reference }: BenchWorld, { slot, client, loginName, classId }: Act): Promise<ActTimes> {
  const { schoolYear } = reference.august.school;
  const started = performance.now();
  const cpuBefore = cpuOfDescendants();
  const sessionId = await startAct(world, client, { schoolYear, slot, ...(classId === undefined ? {} : { classId }) });
  if (sessionId === undefined) throw new Error(`nothing to sign as ${slot}`);
  const times = { documents: 0, cpu: 0, signed: 0, timestamped: 0, issued: 0 };
  for (;;) {
    const { state, counts, problem } = await client.get<SessionView>(`/api/signing/sessions/${sessionId}`);
    const passed = (performance.now() - started) / 1000;
    if (state === 'failed' || state === 'rejected') throw new Error(`${slot}: ${problem}`);
    if (state === 'awaitingApproval') await world.signing.phone(loginName.toLowerCase(), world.secrets.pin, 'approve');
    if (state === 'finished') {
      times.documents = counts.signed;
      times.signed ||= passed;
      if (counts.timestamped >= counts.signed) times.timestamped ||= passed;
      if (counts.issued >= counts.signed) times.issued ||= passed;
      if (slot === 'organisationSeal' ? times.issued > 0 : times.timestamped > 0) {
        return { ...times, cpu: cpuOfDescendants() - cpuBefore };
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** From the upload's arrival to the stored report. */
async function importSeconds({ world, reference }: BenchWorld): Promise<number> {
  const pool = new Pool({ connectionString: world.databases.school.appUrl, max: 1 });
  try {
    await pool.query(`select set_config('app.school_id', $1, false)`, [reference.august.school.schoolId]);
    const { rows } = await pool.query(
      'select extract(epoch from finished_at - started_at)::float8 as seconds from import_run',
    );
    return rows[0].seconds;
  } finally {
    await pool.end();
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
