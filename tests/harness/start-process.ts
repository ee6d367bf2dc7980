import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { waitUntil } from './wait-until.ts';

/** The repository's folder, where every process starts. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** How a process is started and when it counts as ready. */
export interface Start {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Text in its output, or an address that answers below 500. */
  readonly waitFor?: RegExp | string;
  readonly timeoutMs?: number;
}

/** A process of a story; it can be killed and started again, and ends with the test. */
export interface StoryProcess {
  readonly pid: () => number;
  readonly isRunning: () => boolean;
  /** Everything it has written since the first start. */
  readonly output: () => string;
  /** kill -9, as a power cut would; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM; the exit code, null if a signal ended it. */
  readonly stop: () => Promise<number | null>;
  /** Starts it again (after killing it, if it runs) and waits until it is ready. */
  readonly restart: () => Promise<void>;
  /** The exit code once it ends. */
  readonly exited: () => Promise<number | null>;
}

const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1));

/** Starts a program, e.g. `[process.execPath, 'server/src/main.ts', settings]`, and waits until it is ready. */
export async function startProcess(command: readonly string[], start: Start = {}): Promise<StoryProcess> {
  let written = '';
  const write = (text: string) => {
    written += text;
  };
  let child = await launched(command, start, write);
  const kill = async () => {
    child.kill('SIGKILL');
    await ended(child);
  };
  return {
    pid: () => child.pid ?? 0,
    isRunning: () => isRunning(child),
    output: () => written,
    kill,
    stop: async () => {
      child.kill('SIGTERM');
      return ended(child);
    },
    restart: async () => {
      if (isRunning(child)) await kill();
      child = await launched(command, start, write);
    },
    exited: () => ended(child),
  };
}

async function launched(
  command: readonly string[],
  start: Start,
  write: (text: string) => void,
): Promise<ChildProcess> {
  const [program = '', ...options] = command;
  let written = '';
  const child = spawn(program, options, {
    cwd: start.cwd ?? root,
    env: { ...process.env, ...start.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  living.add(child);
  child.once('exit', () => living.delete(child));
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      write(text);
    });
  }
  await once(child, 'spawn');
  await untilReady(child, start, () => written);
  return child;
}

async function untilReady(
  child: ChildProcess,
  { waitFor, timeoutMs = 60_000 }: Start,
  output: () => string,
): Promise<void> {
  if (waitFor === undefined) return;
  const isReady = typeof waitFor === 'string' ? () => answers(waitFor) : () => waitFor.test(output());
  const state = await waitUntil(async () => (!isRunning(child) ? 'ended' : (await isReady()) ? 'ready' : undefined), {
    what: `${child.spawnargs.join(' ')} ready (${waitFor})`,
    timeoutMs,
  }).catch((error: Error) => {
    child.kill('SIGKILL');
    throw new Error(`${error.message}\n${output()}`);
  });
  if (state === 'ended')
    throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode ?? child.signalCode}:\n${output()}`);
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.status < 500;
  } catch {
    return false;
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (isRunning(child)) await once(child, 'exit');
  return child.exitCode;
}
