import { Pool } from 'pg';
import { open } from '../scripts/demo/fill-school.ts';
import { carryOverClass, type SessionView, startAct } from '../scripts/demo/walk-class.ts';
import type { BenchWorld } from './bench-world.ts';
import { cpuOfDescendants, type Spent } from './cpu-time.ts';

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
  const { world, reference } = bench;
  const { schoolYear } = reference.august.school;
  const people = reference.facts;
  const carriedOver = await seconds(async () => {
    for (const { code } of reference.august.classes) await carryOverClass(world, { schoolYear, classId: code, people });
  });
  const cpuBefore = cpuOfDescendants();
  const homeroomWall = await seconds(async () => {
    for (const [classId, teacher] of people.homeroomTeachers) {
      await act(bench, { slot: 'homeroomTeacher', person: teacher, classId });
    }
  });
  const homeroom = { wall: homeroomWall, cpu: cpuOfDescendants() - cpuBefore };
  const principal = await act(bench, { slot: 'principal', person: people.principal });
  const seal = await act(bench, { slot: 'organisationSeal', person: people.sealClerk });
  return { imported: await importSeconds(bench), carriedOver, homeroom, principal, seal };
}

interface Act {
  readonly slot: Slot;
  readonly person: BenchWorld['reference']['facts']['principal'];
  readonly classId?: string;
}

async function act({ world, reference }: BenchWorld, { slot, person, classId }: Act): Promise<ActTimes> {
  const client = await open(world, person);
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
    if (state === 'awaitingApproval')
      await world.signing.phone(person.loginName.toLowerCase(), world.secrets.pin, 'approve');
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
