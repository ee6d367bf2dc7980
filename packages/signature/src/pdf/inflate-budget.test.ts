import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { nodePdfTools } from '../node.ts';
import { InflateBudget } from './decode-stream.ts';
import { defaultPdfLimits } from './pdf-limits.ts';

const megabyte = 1 << 20;
const limits = { ...defaultPdfLimits, streamBytes: 2 * megabyte, inflatedBytes: 4 * megabyte };

/** Inflates to a megabyte, and then its checksum is wrong. */
function damaged(): Uint8Array {
  const whole = new Uint8Array(deflateSync(new Uint8Array(megabyte)));
  return whole.with(-1, (whole.at(-1) ?? 0) ^ 1);
}

test('damaged streams cost what they were inflated to, so that a thousand of them are refused', () => {
  const budget = new InflateBudget(nodePdfTools, limits);
  let refused = 0;
  for (let one = 0; one < 1000; one += 1) {
    try {
      budget.inflate(damaged());
    } catch {
      refused += 1;
    }
  }
  assert.equal(refused, 1000);
  assert.throws(() => budget.inflate(new Uint8Array(deflateSync(new Uint8Array(9)))), { code: 'pdf-too-large' });
});
