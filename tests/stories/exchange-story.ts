import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropInstallDatabase } from '../../scripts/databases.ts';
import { fillSchool } from '../../scripts/demo/fill-school.ts';
import { portsFrom, processNames } from '../../scripts/demo/ports.ts';
import { openRegistries } from '../../scripts/demo/registry-office.ts';
import { type ClassToWalk, carryOverClass, signClass } from '../../scripts/demo/walk-class.ts';
import { startWorld, type World } from '../../scripts/demo/world.ts';
import { buildSecondSchool, writeWorkbook } from '../../simulators/sector-database/index.ts';
import { freePorts, testCluster } from '../harness/index.ts';

export interface IssuedClass {
  readonly world: World;
  readonly walk: ClassToWalk;
  readonly schoolId: string;
  stop(): Promise<void>;
}

/** A world of its own whose small school has issued one class; nothing handed in yet. */
export async function issueOneClass(profile: string): Promise<IssuedClass> {
  const directory = await mkdtemp(join(tmpdir(), 'hocba-story-'));
  const databasePrefix = `story_${randomBytes(4).toString('hex')}_`;
  const adminUrl = await testCluster();
  const free = await freePorts(processNames.length);
  const ports = { ...portsFrom(0), ...Object.fromEntries(processNames.map((name, index) => [name, free[index] ?? 0])) };
  const log = () => undefined;
  const world = await startWorld({ directory, ports, log, adminUrl, databasePrefix, webDirectory: null, profile });
  const { data, facts } = buildSecondSchool(7);
  const { schoolId, name, schoolYear } = data.school;
  const classId = data.classes[0]?.code ?? '';
  const workbook = await writeWorkbook(data);
  await fillSchool(world, { schoolId, schoolName: name, people: facts, workbook, classes: [classId] }, log);
  await openRegistries(world);
  const walk = { schoolYear, classId, people: facts };
  await carryOverClass(world, walk);
  await signClass(world, walk, log);
  const stop = async () => {
    await world.stop();
    for (const database of ['school', 'province', 'ministry', 'portal', 'ca', 'signing']) {
      await dropInstallDatabase(adminUrl, `${databasePrefix}${database}`);
    }
    await rm(directory, { recursive: true, force: true });
  };
  return { world, walk, schoolId, stop };
}
