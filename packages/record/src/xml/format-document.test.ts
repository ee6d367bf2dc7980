import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { formatDocument } from '../../testing/documents/format-document.ts';
import { wireNames } from './names/wire-names.ts';

const page = readFileSync(new URL('../../../../docs/formats/record-xml.md', import.meta.url), 'utf8');

describe('docs/formats/record-xml.md', () => {
  it('says what the schema says (if not: node packages/record/testing/documents/format-document.ts)', () => {
    assert.equal(page, formatDocument());
  });

  for (const [table, names] of Object.entries(wireNames)) {
    it(`explains every name of ${table} and names its identifier`, () => {
      for (const [key, { name, label }] of Object.entries(names)) {
        const rows = page.split('\n').filter((row) => row.includes(`\`${name}\``) && row.includes(label));
        assert.ok(rows.length > 0, `${name}: ${label}`);
        const framed = ['root', 'frame'].includes(table) || key === 'subjects';
        assert.ok(framed || rows.some((row) => row.endsWith(`| \`${key}\` |`)), `${name} is ${key}`);
      }
    });
  }
});
