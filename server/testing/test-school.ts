import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { buildSecondSchool, type SchoolData, writeWorkbook } from '../../simulators/sector-database/index.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../../tests/harness/index.ts';
import { getImport, startImport } from '../src/features/entry/import-workbook.ts';
import { runImport } from '../src/features/entry/run-import.ts';
import { setPositions } from '../src/features/people/confirm-positions.ts';
import { listAccounts } from '../src/features/people/manage-accounts.ts';
import type { Actor, Position } from '../src/platform/actor.ts';
import { openDatabase } from '../src/platform/database/database.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openFileStore } from '../src/platform/files/file-store.ts';
import type { Platform } from '../src/platform/platform.ts';
import { readProfile } from '../src/profile.ts';

/** A school install's database, migrated, and the parts of the platform that need no other process. */
export interface TestInstall {
  readonly temporary: TemporaryDatabase;
  readonly platform: Platform;
  /** Past row-level security. */
  rows<Row>(query: string, values?: readonly unknown[]): Promise<Row[]>;
  end(): Promise<void>;
}

export async function testInstall(): Promise<TestInstall> {
  const temporary = await temporaryDatabase('server');
  const { ownerUrl, appUrl } = temporary;
  await migrate({ ownerUrl, appUrl, install: 'school', organisationId: 'test' });
  const folder = mkdtempSync(join(tmpdir(), 'hocba-files-'));
  const database = openDatabase(appUrl, 8);
  const admin = new pg.Pool({ connectionString: adminAddress(temporary), max: 2 });
  const parts: Partial<Platform> = {
    database,
    files: openFileStore(folder),
    clock: { now: () => new Date() },
    log: pino({ level: 'silent' }),
    profile: readProfile('demo-primary'),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  };
  return {
    temporary,
    platform: parts as Platform,
    rows: async (query, values = []) => (await admin.query(query, [...values])).rows,
    end: async () => {
      await Promise.all([database.close(), admin.end()]);
      await temporary.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

function adminAddress({ adminUrl, name }: TemporaryDatabase): string {
  const address = new URL(adminUrl);
  address.pathname = `/${name}`;
  return address.href;
}

/** The small invented school: who acts in it, and its workbook as anyone may have changed it. */
export interface TestSchool extends TestInstall {
  readonly data: SchoolData;
  readonly schoolId: string;
  readonly schoolYear: string;
  readonly administrator: Actor;
  readonly clerk: Actor;
  readonly principal: Actor;
  readonly vicePrincipal: Actor;
  homeroomTeacher(classId: string): Actor;
  of(classId: string): { schoolYear: string; classId: string };
  /** Imports a workbook as the clerk, without a worker in between. */
  load(data: SchoolData): Promise<ImportReport>;
  /** Everything the last workbook proposed, confirmed by the administrator. */
  confirmPositions(): Promise<void>;
}

export interface ImportReport {
  readonly status: string;
  readonly report: {
    readonly problems?: readonly { readonly sentence: string; readonly severity: string; readonly code: string }[];
    readonly changes?: Readonly<Record<string, { readonly added: number; readonly changed: number }>>;
  };
}

export async function testSchool(install?: TestInstall): Promise<TestSchool> {
  const given = install ?? (await testInstall());
  const { data, facts } = buildSecondSchool(7);
  const { schoolId, schoolYear } = data.school;
  const clerk = person(schoolId, facts.academicClerk, 'academicClerk');
  const administrator = person(schoolId, facts.administrator, 'administrator');
  return {
    ...given,
    data,
    administrator,
    schoolId,
    schoolYear,
    clerk,
    principal: person(schoolId, facts.principal, 'principal'),
    vicePrincipal: person(schoolId, facts.vicePrincipal, 'vicePrincipal'),
    homeroomTeacher: (classId) => {
      const teacher = facts.homeroomTeachers.get(classId);
      if (!teacher) throw new Error(`nobody has ${classId}`);
      return person(schoolId, teacher, 'homeroomTeacher');
    },
    of: (classId) => ({ schoolYear, classId }),
    load: (changed) => importSchool(given.platform, clerk, changed),
    confirmPositions: () => confirmPositions(given.platform, administrator),
  };
}

/** The invented school as it is after its first import, positions confirmed. */
export async function filledSchool(): Promise<TestSchool> {
  const school = await testSchool();
  const { status, report } = await school.load(school.data);
  if (status !== 'applied') throw new Error(JSON.stringify(report));
  await school.confirmPositions();
  return school;
}

async function confirmPositions(platform: Platform, administrator: Actor): Promise<void> {
  for (const { accountId, positions, proposedPositions } of await listAccounts(platform, administrator)) {
    if (proposedPositions.length === 0) continue;
    const confirmed = [...positions, ...proposedPositions] as Parameters<typeof setPositions>[2]['positions'];
    await setPositions(platform, administrator, { accountId, positions: confirmed });
  }
}

export async function importSchool(platform: Platform, clerk: Actor, data: SchoolData): Promise<ImportReport> {
  const bytes = await writeWorkbook(data);
  const key = await startImport(platform, clerk, { fileName: 'truong.xlsx', bytes });
  await runImport(platform, { kind: 'importWorkbook', schoolId: clerk.schoolId, key, attempts: 0 });
  return (await getImport(platform, clerk, key)) as ImportReport;
}

export function person(schoolId: string, of: { fullName: string; staffId: string }, ...positions: Position[]): Actor {
  const { fullName, staffId } = of;
  return { accountId: randomUUID(), schoolId, fullName, staffId, positions, communeCode: null };
}
