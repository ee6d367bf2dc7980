import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { findUnfriendlyCharacter, normaliseText } from '../index.ts';

it('normalised text is composed, without stray blanks, with plain line ends', () => {
  const pasted = ' Em học\u200b tốt\r\nvà ngoan\u2028lắm\u00ad \u0007';
  assert.equal(normaliseText(pasted.normalize('NFD')), 'Em học tốt\nvà ngoan\nlắm');
});

it('whatever is pasted, normalised text is friendly and stays as it is', () => {
  const anyText = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(anyText, (text) => {
      const normal = normaliseText(text);
      assert.equal(findUnfriendlyCharacter(normal), undefined);
      assert.equal(normaliseText(normal), normal);
    }),
  );
});

it('the first unfriendly character is named by its number', () => {
  assert.equal(findUnfriendlyCharacter('a\u202eb\u0001'), 'U+202E');
});
