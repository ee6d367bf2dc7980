import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding.ts';
import { root } from './source-tree.ts';

const PATH = 'server/schema.sql';

/** The readable snapshot is what the migrations add up to. Nothing to compare where there is no snapshot. */
export async function checkSchemaSnapshot(): Promise<Finding[]> {
  if (!existsSync(join(root, PATH))) return [];
  const { currentSchema } = await import('../schema/current-schema.ts');
  const written = readFileSync(join(root, PATH), 'utf8').split('\n');
  const current = (await currentSchema()).split('\n');
  const line = current.findIndex((text, index) => text !== written[index]);
  if (line < 0 && written.length === current.length) return [];
  return [
    {
      file: PATH,
      line: Math.max(line, 0) + 1,
      sentence: 'differs from the migrations: run npm run schema',
    },
  ];
}
