import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildReferenceSchool, writeWorkbook } from '../../simulators/sector-database/index.ts';
import { buildWeb } from '../build-web.ts';
import { createAccounts, fillSchool } from './fill-school.ts';
import { officers } from './officers.ts';
import { portsFrom } from './ports.ts';
import { progressLog } from './progress-log.ts';
import { walkSecondarySamples } from './secondary-samples.ts';
import { tour } from './tour.ts';
import { walkWholeChain } from './walk-chain.ts';
import { startWorld, type World } from './world.ts';

const ROOT = join(import.meta.dirname, '../..');
const SEED = 1;

/** Starts the whole chain, fills the reference school the first time, walks one class through it, prints the tour. */
export async function runDemo(args: readonly string[]): Promise<void> {
  const log = progressLog();
  const directory = join(ROOT, '.demo');
  const startOver = args.includes('--fresh');
  if (startOver) rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const webDirectory = await buildWeb(log);
  const ports = portsFrom(Number(process.env['HOCBA_PORT'] ?? 4100));
  const world = await startWorld({ directory, ports, log, webDirectory, startOver, databasePrefix: 'hocba_demo_' });
  stopOnSignals(world, log);
  const reference = buildReferenceSchool(SEED);
  await onceOnly(directory, 'filled', async () => {
    const workbook = await writeWorkbook(reference.june);
    await createAccounts(world, 'province', officers.province(world));
    await createAccounts(world, 'ministry', officers.ministry(world));
    const classes = reference.june.classes.map((each) => each.code);
    const { schoolId, name: schoolName } = reference.june.school;
    await fillSchool(world, { schoolId, schoolName, people: reference.facts, workbook, classes }, log);
    writeFileSync(join(directory, 'truong-huong-sen.xlsx'), workbook);
  });
  await onceOnly(directory, 'walked', () => walkWholeChain(world, reference, log));
  await onceOnly(directory, 'walked-secondary', () => walkSecondarySamples(world, log));
  log('Sẵn sàng.');
  console.log(tour(world, reference));
}

/** A step cut off half-way is done again at the next start; every part of it may be repeated. */
async function onceOnly(directory: string, step: string, run: () => Promise<void>): Promise<void> {
  const mark = join(directory, `${step}.done`);
  if (existsSync(mark)) return;
  await run();
  writeFileSync(mark, '');
}

function stopOnSignals(world: World, log: (sentence: string) => void): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log('Đang dừng… dữ liệu được giữ lại cho lần sau.');
      world.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
