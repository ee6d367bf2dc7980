import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { continuingFields, evaluateLine, paperLineFields, primaryFields, secondaryFields } from './index.ts';

const page = readFileSync(new URL('../../../../docs/formats/evaluate.md', import.meta.url), 'utf8');
/** Lists of subjects, qualities and competences stand in GLOSSARY.md. */
const inGlossary = ['subjects', 'qualities', 'competences'];

function fieldsUnder(heading: string): readonly string[] {
  const section = page.split(/^##+ /m).find((part) => part.split('\n')[0]?.endsWith(`: \`${heading}\``)) ?? '';
  return [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name);
}

describe('docs/formats/evaluate.md', () => {
  for (const [owner, sets] of Object.entries({ secondaryFields, primaryFields, continuingFields, paperLineFields }))
    for (const [name, fields] of Object.entries(sets)) {
      if (inGlossary.includes(name)) continue;
      it(`names the fields of ${owner}.${name} as they are read`, () => {
        assert.deepEqual(fieldsUnder(`${owner}.${name}`), [...fields]);
      });
    }

  it('shows lines that are read and evaluated without a fault', () => {
    const [, block = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const lines = block.trim().split('\n');
    const answers = lines.map((line, index) => evaluateLine(line, index + 1));
    assert.deepEqual(
      answers.map(({ outcome }) => outcome),
      ['evaluated', 'evaluated'],
    );
    const [secondary, primary] = answers.map(({ text }) => JSON.parse(text));
    assert.deepEqual([secondary.academic.year.level, secondary.promoted.manner], ['good', 'promoted']);
    assert.equal(primary.result.level, 'completedOutstandingly');
  });
});
