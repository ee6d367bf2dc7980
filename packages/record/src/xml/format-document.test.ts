import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { wireNames } from './field-names.ts';

const document = readFileSync(join(import.meta.dirname, '../../../../docs/formats/record-xml.md'), 'utf8');

describe('when docs/formats/record-xml.md is held against the code', () => {
  for (const [type, table] of Object.entries(wireNames)) {
    it(`every field of ${type} stands there with its label`, () => {
      for (const { name, label } of Object.values(table)) {
        const explained = document.split('\n').some((line) => line.includes(`\`${name}\``) && line.includes(label));
        assert.ok(explained, `${name}: ${label}`);
      }
    });

    it(`the identifiers of ${type} stand beside their wire names`, () => {
      if (type === 'frame') return;
      for (const [key, { name }] of Object.entries(table)) {
        if (key === 'subjects') continue; // a part of its own, not a field
        const row = document
          .split('\n')
          .find((line) => line.startsWith(`| \`${name}\` |`) && line.endsWith(`\`${key}\` |`));
        assert.ok(row, `${name} is ${key}`);
      }
    });
  }

  it('every element it names in a table exists', () => {
    const known = new Set(Object.values(wireNames).flatMap((table) => Object.values(table).map(({ name }) => name)));
    const named = [...document.matchAll(/^\| `([A-Z]\w+)`/gm)].map((match) => match[1] ?? '');
    assert.deepEqual(
      named.filter((name) => !known.has(name)),
      [],
    );
  });
});
