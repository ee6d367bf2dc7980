import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { signaturePolicy } from './signature-policy.ts';

test('the policy named in signatures is the published text, byte for byte', () => {
  const text = readFileSync(join(import.meta.dirname, '../policy/signature-policy-1.0.md'));
  assert.equal(signaturePolicy.sha256, createHash('sha256').update(text).digest('hex'));
  assert.ok(text.includes(signaturePolicy.id));
});
