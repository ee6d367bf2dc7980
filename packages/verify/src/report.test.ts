import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkCodes, checkTitles } from './report.ts';

const document = readFileSync(join(import.meta.dirname, '../../../docs/formats/verification-report.md'), 'utf8');

test('docs/formats/verification-report.md names every check with its title and its codes', () => {
  for (const [name, codes] of Object.entries(checkCodes)) {
    const title = Object.entries(checkTitles).find(([each]) => each === name)?.[1];
    const row = document.split('\n').find((line) => line.startsWith(`| \`${name}\` | ${title} |`));
    assert.ok(row, name);
    const named = [...(row.split('|').at(-2) ?? '').matchAll(/`([a-z-]+)`/g)].map(([, code]) => code);
    assert.deepEqual(named, codes, name);
  }
});
