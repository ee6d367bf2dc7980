import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildReferenceSchool, buildSecondSchool } from './reference-school.ts';
import { writeWorkbook } from './write-workbook.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, out: { type: 'string' } },
});
if (values.out === undefined || !/^\d+$/.test(values.seed)) {
  console.error('Cách dùng: node simulators/sector-database/main.ts --seed 1 --out THƯ_MỤC');
  process.exit(1);
}
await writeAll(Number(values.seed), values.out);

async function writeAll(seed: number, directory: string): Promise<void> {
  const reference = buildReferenceSchool(seed);
  const second = buildSecondSchool(seed);
  const files: [string, Promise<Uint8Array>][] = [
    ['truong-huong-sen.xlsx', writeWorkbook(reference.june)],
    ['truong-huong-sen-thang-8.xlsx', writeWorkbook(reference.august)],
    ['truong-con-ban.xlsx', writeWorkbook(second.data)],
  ];
  await mkdir(directory, { recursive: true });
  for (const [name, bytes] of files) {
    await writeFile(join(directory, name), await bytes);
    console.log(join(directory, name));
  }
}
