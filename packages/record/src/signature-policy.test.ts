import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sampleSheet } from '../testing/sample-sheet.ts';
import { continuingSheet, lowerSecondarySheet } from '../testing/secondary-samples.ts';
import { secondarySignaturePolicy, signaturePolicy, signaturePolicyOf } from './signature-policy.ts';

for (const policy of [signaturePolicy, secondarySignaturePolicy]) {
  test(`${policy.id} is the published text, byte for byte`, () => {
    const version = policy.id.split(':').at(-1);
    const text = readFileSync(join(import.meta.dirname, `../policy/signature-policy-${version}.md`));
    assert.equal(policy.sha256, createHash('sha256').update(text).digest('hex'));
    assert.ok(text.includes(policy.id));
  });
}

test('primary sheets keep their policy, the others name the one that speaks of them', () => {
  const policies = [sampleSheet, lowerSecondarySheet, continuingSheet].map(signaturePolicyOf);
  assert.deepEqual(policies, [signaturePolicy, secondarySignaturePolicy, secondarySignaturePolicy]);
});
