import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBenchWorld } from '../bench/bench-world.ts';
import { printFigures } from '../bench/figures.ts';
import { measureIssued } from '../bench/issued-records.ts';
import { measureKeys } from '../bench/key-operations.ts';
import { walkSchoolYear } from '../bench/school-year.ts';

/** `npm run bench`: the reference school through real processes, then the parts alone. `--port`, `--profile DIRECTORY`, `--school-only`. */
const { values } = parseArgs({
  options: { port: { type: 'string' }, profile: { type: 'string' }, 'school-only': { type: 'boolean' } },
});
const keys = await measureKeys();
const bench = await startBenchWorld({ basePort: Number(values.port ?? 4300), profileInto: values.profile });
const before = loadavg()[0] ?? 0;
try {
  const year = await walkSchoolYear(bench);
  const after = loadavg()[0] ?? 0;
  const issued = await measureIssued(bench);
  console.log(printFigures({ keys, year, issued, load: [before, after] }));
} finally {
  await bench.end();
}
if (!values['school-only']) {
  for (const part of [
    'openssl-speed.ts',
    'xades.ts',
    'verify-secondary.ts',
    'verify-from-disk.ts',
    'certificate-path.ts',
    'pades.ts',
    'verify.ts',
    'evaluate.ts',
    'rendition.ts',
  ]) {
    console.log(`\n${part}`);
    spawnSync(process.execPath, [join(import.meta.dirname, '../bench', part)], { stdio: 'inherit' });
  }
}
