import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleSheet } from '../packages/record/testing/sample-sheet.ts';
import { upperSecondarySheet } from '../packages/record/testing/secondary-samples.ts';
import { writeTrustDirectory } from '../tests/samples/make-samples.ts';
import { SampleAuthority, verifyTime } from '../tests/samples/sample-authority.ts';
import { signedRecords } from './signed-records.ts';

/**
 * Signed records verified from disk by `hocba verify` on all cores: `node bench/verify-from-disk.ts [records]`. Half are of
 * primary school (3 signatures), half of upper secondary (15), all different, each with its timestamps, keys P-256; each is
 * read once by a process started for it.
 */
const [count = 2000] = process.argv.slice(2).map(Number);
const goal = 10_000;
const directory = mkdtempSync(join(tmpdir(), 'hocba-bench-'));
try {
  const bytes = writeRecords();
  const { seconds, cpu, peak } = await verifyRecords();
  const each = (what: number) => ((what * 1000) / count).toFixed(2);
  console.log(
    `${count} records, ${(bytes / 1e6).toFixed(0)} MB, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(0)}`,
  );
  console.log(
    `  ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} records/s; CPU ${each(cpu)} ms each; peak ${peak} MB`,
  );
  console.log(
    `  ${goal} at this rate ${((seconds * goal) / count).toFixed(0)} s; by CPU alone on all cores ` +
      `${((cpu * goal) / count / availableParallelism()).toFixed(0)} s`,
  );
} finally {
  rmSync(directory, { recursive: true });
}

function writeRecords(): number {
  const authority = new SampleAuthority();
  const kinds = [sampleSheet, upperSecondarySheet].map((sheet) => signedRecords(sheet, authority));
  const [primary, secondary] = kinds;
  if (primary === undefined || secondary === undefined) throw new Error('two kinds of records');
  const issuers = kinds.flatMap(({ trust }) => trust.issuers ?? []);
  writeTrustDirectory(join(directory, 'trust'), { ...primary.trust, issuers });
  mkdirSync(join(directory, 'records'));
  let bytes = 0;
  for (let student = 0; student < count; student += 1) {
    const record = (student % 2 === 0 ? primary : secondary).record(student);
    writeFileSync(join(directory, 'records', `${student}.xml`), record);
    bytes += record.length;
  }
  return bytes;
}

/** Processor seconds and peak memory are read while the process lives; Linux only. */
function verifyRecords(): Promise<{ seconds: number; cpu: number; peak: number }> {
  const command = join(import.meta.dirname, '../cli/bin/hocba.mjs');
  const at = new Date(verifyTime).toISOString();
  const options = ['--trust', join(directory, 'trust'), '--at', at, '--json'];
  const started = performance.now();
  const child = spawn(process.execPath, [command, 'verify', join(directory, 'records'), ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let [cpu, peak] = [0, 0];
  const timer = setInterval(() => {
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    const kilobytes = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0);
    [cpu, peak] = [Math.max(cpu, (user + system) / 100), Math.max(peak, Math.round(kilobytes / 1024))];
  }, 50);
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(timer);
      if (code !== 0) reject(new Error(`hocba verify ended with ${code}`));
      else resolve({ seconds: (performance.now() - started) / 1000, cpu, peak });
    });
  });
}
