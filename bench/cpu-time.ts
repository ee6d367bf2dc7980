import { readdirSync, readFileSync } from 'node:fs';

/** Seconds of work on the clock on the wall, and of processors: the second hardly changes when others use the machine. */
export interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

/** What `work` takes in this process, its threads included. */
export async function spentHere(work: () => unknown): Promise<Spent> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

/** Kernel ticks a second, the same on every Linux. */
const TICKS = 100;

interface Row {
  readonly parent: number;
  readonly ticks: number;
}

/** Processor seconds so far of every process started from here: installs, simulators, PostgreSQL. Linux only. */
export function cpuOfDescendants(): number {
  const rows = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => readRow(Number(name))),
  );
  let ticks = 0;
  for (const [pid, row] of rows) if (isBelow(pid, rows)) ticks += row.ticks;
  return ticks / TICKS;
}

function isBelow(pid: number, rows: ReadonlyMap<number, Row>): boolean {
  for (let at = rows.get(pid)?.parent; at !== undefined && at > 1; at = rows.get(at)?.parent) {
    if (at === process.pid) return true;
  }
  return false;
}

/** Own time and that of children that have ended. @spec proc(5) stat */
function readRow(pid: number): [number, Row][] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, times] = [fields[1], fields.slice(11, 15)];
    return [[pid, { parent, ticks: times.reduce((sum, each) => sum + each, 0) }]];
  } catch {
    return [];
  }
}
