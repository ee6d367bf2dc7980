import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillSchool } from '../scripts/demo/fill-school.ts';
import { portsFrom } from '../scripts/demo/ports.ts';
import { startWorld, type World } from '../scripts/demo/world.ts';
import { buildReferenceSchool, type ReferenceSchool, writeWorkbook } from '../simulators/sector-database/index.ts';

/** The reference school in August, when every one of its pupils has a result to sign, filled through its doors, with the simulators on the same machine. */
export interface BenchWorld {
  readonly world: World;
  readonly reference: ReferenceSchool;
  readonly pupils: number;
  end(): Promise<void>;
}

export interface BenchWish {
  readonly basePort: number;
  /** Where the school process leaves a CPU profile when it ends. */
  readonly profileInto: string | undefined;
}

export async function startBenchWorld(wish: BenchWish): Promise<BenchWorld> {
  const directory = await mkdtemp(join(tmpdir(), 'hocba-bench-'));
  const without = ['province', 'ministry', 'portal'] as const;
  const world = await startWorld({
    directory,
    ports: portsFrom(wish.basePort),
    log: () => undefined,
    webDirectory: null,
    without,
  });
  const reference = buildReferenceSchool(1);
  const { school, classes, results } = reference.august;
  const workbook = await writeWorkbook(reference.august);
  const codes = classes.map(({ code }) => code);
  await fillSchool(
    world,
    { ...school, schoolName: school.name, people: reference.facts, workbook, classes: codes },
    () => undefined,
  );
  const endProfile = wish.profileInto === undefined ? async () => undefined : await profiled(world, wish.profileInto);
  return {
    world,
    reference,
    pupils: results.length,
    end: async () => {
      await endProfile();
      await world.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Puts the same school process under node's profiler. */
async function profiled(world: World, directory: string): Promise<() => Promise<void>> {
  await world.processes.school.stop();
  const options = ['--cpu-prof', `--cpu-prof-dir=${directory}`, 'server/src/main.ts', world.settingsFile('school')];
  const child = spawn(process.execPath, options, {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  return () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
}
