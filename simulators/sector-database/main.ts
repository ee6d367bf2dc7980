import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFaultyWorkbook } from './faulty-workbook.ts';
import { buildHostileFile, hostileNames } from './hostile-files.ts';
import { buildReferenceSchool, buildSecondSchool } from './reference-school.ts';
import { writeSheets, writeWorkbook } from './write-workbook.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    hostile: { type: 'boolean', default: false },
  },
});
if (values.out === undefined || !/^\d+$/.test(values.seed)) {
  console.error('Cách dùng: node simulators/sector-database/main.ts --seed 1 --out THƯ_MỤC [--hostile]');
  process.exit(1);
}
await writeAll(Number(values.seed), values.out);
if (values.hostile) await writeHostile(join(values.out, 'hostile'));

async function writeAll(seed: number, directory: string): Promise<void> {
  const reference = buildReferenceSchool(seed);
  const second = buildSecondSchool(seed);
  const files: [string, Promise<Uint8Array>][] = [
    ['truong-huong-sen.xlsx', writeWorkbook(reference.june)],
    ['truong-huong-sen-thang-8.xlsx', writeWorkbook(reference.august)],
    ['truong-huong-sen-co-loi.xlsx', writeSheets(buildFaultyWorkbook(reference.june).sheets)],
    ['truong-con-ban.xlsx', writeWorkbook(second.data)],
  ];
  await mkdir(directory, { recursive: true });
  for (const [name, bytes] of files) {
    await writeFile(join(directory, name), await bytes);
    console.log(join(directory, name));
  }
}

async function writeHostile(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const name of hostileNames) {
    const path = join(directory, `${name}.xlsx`);
    await writeFile(path, (await buildHostileFile(name)).bytes);
    console.log(path);
  }
}
