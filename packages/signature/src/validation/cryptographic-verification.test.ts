import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nodeCrypto } from '../node.ts';
import { readXadesEvidence } from '../xades/index.ts';
import { verifyCryptography } from './cryptographic-verification.ts';

const file = readFileSync(new URL('../xades/evidence/made-by-others/dss-enveloping-lta.xml', import.meta.url), 'utf8');

test('data digested by an algorithm nobody here computes is neither intact nor changed', async () => {
  const withSha224 = file.replace(
    /(<ds:Reference [^>]*#Object.*?DigestMethod Algorithm=")[^"]*/s,
    '$1http://www.w3.org/2001/04/xmldsig-more#sha224',
  );
  const [evidence] = await readXadesEvidence(new TextEncoder().encode(withSha224), { crypto: nodeCrypto });
  assert.ok(evidence);
  assert.deepEqual(
    evidence.covered.map(({ intact, untried, found }) => [intact, untried, found]),
    [[false, true, true]],
  );
  const { indication, subIndication, findings } = verifyCryptography({
    ...evidence,
    problems: [],
    signatureIntact: true,
  });
  assert.deepEqual([indication, subIndication], ['indeterminate', 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE']);
  assert.equal(findings[0]?.code, 'algorithm-unknown');
});
