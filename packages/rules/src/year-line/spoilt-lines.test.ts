import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { evaluateLine } from './index.ts';

const page = readFileSync(new URL('../../../../docs/formats/evaluate.md', import.meta.url), 'utf8');
const shown = /```json\n([\s\S]*?)\n```/.exec(page)?.[1]?.split('\n') ?? [];
const stray = fc.oneof(fc.jsonValue(), fc.constantFrom('missed', 'achieved', '7,5', '11', 7.95, -1, 1e300, '', [], {}));

/** The line with one of its values, at any depth, replaced. */
function spoilt(text: string, pick: number, value: unknown): string {
  const places: (() => void)[] = [];
  const line: unknown = JSON.parse(text);
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push(() => Object.assign(node, { [key]: value }));
      walk(Object.entries(node).find(([name]) => name === key)?.[1]);
    }
  };
  walk(line);
  places[pick % places.length]?.();
  return JSON.stringify(line);
}

describe('a line with one value spoilt', () => {
  it('is answered: refused with the place, or evaluated with what the rules say', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shown), fc.nat(5000), stray, (text, pick, value) => {
        const { outcome, text: answer } = evaluateLine(spoilt(text, pick, value), 3);
        const { line, error, errors } = JSON.parse(answer);
        assert.equal(line, 3);
        assert.equal(outcome === 'unreadable', error !== undefined);
        if (outcome === 'dataErrors') assert.notDeepEqual(errors, []);
        if (error !== undefined) assert.notDeepEqual(error.problems, []);
      }),
      { numRuns: 3000 },
    );
  });

  it('cut off anywhere is refused', () => {
    for (const text of shown)
      for (let length = 1; length < text.length; length += 7)
        assert.equal(evaluateLine(text.slice(0, length), 1).outcome, 'unreadable');
  });
});
