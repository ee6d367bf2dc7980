import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { nationalTablesDocument } from '../../../testing/documents/national-tables-document.ts';

it('docs/formats/national-tables.md says what the serializer writes (if not: node packages/record/testing/documents/national-tables-document.ts)', () => {
  const page = readFileSync(new URL('../../../../../docs/formats/national-tables.md', import.meta.url), 'utf8');
  assert.equal(page, nationalTablesDocument());
});
