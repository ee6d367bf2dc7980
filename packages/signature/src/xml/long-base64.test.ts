import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXml } from './index.ts';

test('ten megabytes of base64 in one element are read like any other text', () => {
  const base64 = 'QUJD'.repeat(2_600_000);
  const file = new TextEncoder().encode(`<a Id="x"><!-- > --><b>${base64}</b></a>`);
  const { root } = parseXml(file, { foreign: true });
  const [element] = root.children.filter((child) => child.kind === 'element');
  const [text] = element?.children ?? [];
  assert.equal(text?.kind === 'text' ? text.text.length : 0, base64.length);
});
