import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as record from '../index.ts';

const glossary = readFileSync(join(import.meta.dirname, '../../../../GLOSSARY.md'), 'utf8');

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly code?: string;
}

/** Every code list the package exports, the actions of the lifecycle among them. */
const lists = new Map<string, readonly Entry[]>([
  ['recordActions', Object.entries(record.recordActions).map(([id, { label }]) => ({ id, label }))],
  ...Object.entries(record).flatMap(([name, exported]) => (isList(exported) ? [[name, exported] as const] : [])),
]);

function isList(exported: unknown): exported is readonly Entry[] {
  return Array.isArray(exported) && exported.every((entry) => typeof entry?.id === 'string');
}

/** The rows of the section that is headed by the list's name. */
function rowsOf(name: string): string[][] {
  const section = glossary.split(/^### /m).find((part) => part.split('\n')[0]?.endsWith(`: \`${name}\``)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** Parts of another list, not lists of their own. */
const slices = ['generalCompetences', 'specificCompetences'];

describe('when GLOSSARY.md is held against the code lists', () => {
  it('there are code lists to compare', () => {
    assert.ok(lists.size >= 12, [...lists.keys()].join(', '));
  });

  for (const [name, entries] of lists) {
    if (slices.includes(name)) continue;
    it(`${name} stands there with every value, label and code, and nothing else`, () => {
      const expected = entries.map(({ id, label, code }) => [label, `\`${id}\``, code ?? '']);
      assert.deepEqual(rowsOf(name), expected);
    });
  }

  it('lists keyed by official codes are mentioned', () => {
    for (const name of ['ethnicGroups', 'provinces']) assert.ok(glossary.includes(`\`${name}\``), name);
  });

  it('no Vietnamese term of the glossary is given twice in the same section', () => {
    for (const section of glossary.split(/^##+ /m).slice(1)) {
      const terms = section
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .map((row) => row.split('|')[1]?.trim());
      assert.deepEqual(
        terms.filter((term, index) => terms.indexOf(term) !== index),
        [],
      );
    }
  });
});
