import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './check/source-tree.ts';
import { currentSchema } from './schema/current-schema.ts';

const snapshot = readFileSync(join(root, 'server/schema.sql'), 'utf8');

for (const source of ['system', 'embedded'] as const) {
  test(`the snapshot is what the migrations add up to in the ${source} PostgreSQL`, async (t) => {
    const text = await currentSchema(source).catch((error: Error) => {
      if (!error.message.includes('PostgreSQL ≥ 15')) throw error;
      t.skip(`no ${source} PostgreSQL here`);
    });
    if (text !== undefined) assert.equal(text, snapshot);
  });
}
