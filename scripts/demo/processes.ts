import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const READY_MS = 60_000;

/** One program of the world as its own process; it can be killed and started again. */
export interface WorldProcess {
  readonly name: string;
  readonly start: () => Promise<void>;
  /** SIGTERM, then waits. */
  readonly stop: () => Promise<void>;
  /** SIGKILL, as a power cut would. */
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly running: () => boolean;
}

export interface ProgramOf {
  readonly name: string;
  readonly script: string;
  readonly settingsFile: string;
  readonly healthUrl: string;
  readonly logFile: string;
}

export function worldProcess(program: ProgramOf): WorldProcess {
  let child: ChildProcess | undefined;
  const running = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals) => {
    if (!child || !running()) return;
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    child.kill(signal);
    await gone;
  };
  const start = async () => {
    if (running()) return;
    child = launch(program);
    await untilHealthy(program, running);
  };
  return {
    name: program.name,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGKILL');
      await start();
    },
    running,
  };
}

/** In a group of its own, so that Ctrl-C reaches the demo alone, which then stops everyone in order. */
function launch(program: ProgramOf): ChildProcess {
  const child = spawn(process.execPath, [join(ROOT, program.script), program.settingsFile], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', TZ: 'UTC' },
  });
  const log = createWriteStream(program.logFile, { flags: 'a', mode: 0o600 });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}

async function untilHealthy(program: ProgramOf, running: () => boolean): Promise<void> {
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline) {
    if (!running()) throw new Error(`${program.name} không khởi động được; xem ${program.logFile}`);
    const answer = await fetch(program.healthUrl, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${program.name} không sẵn sàng sau ${READY_MS / 1000} giây; xem ${program.logFile}`);
}
