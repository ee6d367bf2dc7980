import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lawIndex } from '../law-index.ts';

const folder = new URL('../../../docs/law/', import.meta.url);

describe('docs/law', () => {
  const index = lawIndex();

  for (const [name, content] of index) {
    it(`${name} says what the code cites (if not: node packages/rules/law-index.ts)`, () => {
      assert.equal(readFileSync(new URL(name, folder), 'utf8'), content);
    });
  }

  it('holds no page that nothing cites any more', () => {
    assert.deepEqual(readdirSync(folder).sort(), [...index.keys()].sort());
  });

  it('leads from the articles of TT27/2020 to their files', () => {
    const page = index.get('tt27-2020.md') ?? '';
    for (const [article, file] of [
      ['Đ7.1.b', 'periodic-tests.ts'],
      ['Đ9.2.a', 'education-result.ts'],
      ['Đ11.1.a', 'completion.ts'],
      ['Đ11.1.b', 'supplementary-assessment.ts'],
      ['Đ11.1.c', 'promotion.ts'],
      ['Đ11.2', 'primary-completion.ts'],
      ['Đ13.1.a', 'commendation.ts'],
    ])
      assert(
        page.split('\n').some((line) => line.startsWith(`| ${article} |`) && line.includes(`/${file}`)),
        article,
      );
  });
});
