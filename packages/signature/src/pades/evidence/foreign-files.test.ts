import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { nodeCrypto } from '../../crypto/node-crypto.ts';
import { parseTimestampToken } from '../../timestamp/index.ts';
import type { SignatureEvidence } from '../../validation/signature-evidence.ts';
import { nodePdfTools } from '../node-pdf-tools.ts';
import { readPadesEvidence } from './read-pades-evidence.ts';

function read(name: string): Promise<SignatureEvidence[]> {
  const bytes = new Uint8Array(readFileSync(new URL(`made-by-others/${name}.pdf`, import.meta.url)));
  return readPadesEvidence(bytes, { crypto: nodeCrypto, tools: nodePdfTools });
}

function inShort({ id, format, level, algorithm, changesAfter, coversWholeFile }: SignatureEvidence) {
  return { id, format, level, algorithm, changes: changesAfter.map(({ kind }) => kind), coversWholeFile };
}

function assertWhole(evidence: readonly SignatureEvidence[]): void {
  for (const { id, problems, covered, signatureIntact, signingCertificateBound, changesAfter } of evidence) {
    assert.deepEqual(problems, [], id);
    assert.deepEqual(
      covered.map(({ intact }) => intact),
      [true],
      id,
    );
    assert.ok(signatureIntact && signingCertificateBound, id);
    assert.ok(
      changesAfter.every(({ permitted }) => permitted),
      id,
    );
  }
}

describe('signatures of other programs are whole, and told as they are:', () => {
  it('two approvals by pyHanko and a document timestamp over both', async () => {
    const evidence = await read('pyhanko-approved-twice');
    assertWhole(evidence);
    assert.deepEqual(
      evidence.map(({ id, level, algorithm }) => [id, level, algorithm]),
      [
        ['Mot', 'B-T', 'rsa-sha256'],
        ['Hai', 'B-T', 'rsa-pss-sha256'],
      ],
    );
    assert.ok(
      evidence[0]?.changesAfter.some(({ kind, detail }) => kind === 'visibleSignatureAdded' && detail === 'Hai'),
    );
    assert.ok(evidence[1]?.changesAfter.some(({ kind }) => kind === 'documentTimestampAdded'));
    for (const { timestamps } of evidence) {
      for (const { token, imprint } of timestamps) {
        const { algorithm, digest } = parseTimestampToken(token).info.imprint;
        assert.deepEqual(algorithm && imprint(algorithm), digest);
      }
    }
    assert.deepEqual(
      evidence.map(({ timestamps }) => timestamps.map(({ kind }) => kind)),
      [['signature', 'document'], ['document']],
    );
  });

  it('a certification by pyHanko and an approval it permits, in a file of object streams', async () => {
    const evidence = await read('pyhanko-certified');
    assertWhole(evidence);
    assert.deepEqual(
      evidence.map(({ id, algorithm }) => [id, algorithm]),
      [
        ['Chungthuc', 'ecdsa-sha256'],
        ['Hai', 'rsa-sha256'],
      ],
    );
    assert.ok(evidence[0]?.changesAfter.some(({ kind }) => kind === 'signatureAdded'));
  });

  it('Adobe’s older form in a linearized file', async () => {
    const evidence = await read('pyhanko-linearized-adbe');
    assertWhole(evidence);
    assert.deepEqual(
      evidence.map(({ format, level }) => [format, level]),
      [['PKCS7-PDF', 'below-baseline']],
    );
    assert.ok(evidence[0]?.claimedSigningTime);
  });

  it('a CMS of openssl in BER', async () => {
    const evidence = await read('openssl-ber');
    assertWhole(evidence);
    assert.deepEqual(evidence.map(inShort), [
      { id: 'Mot', format: 'PAdES', level: 'B-B', algorithm: 'rsa-sha256', changes: [], coversWholeFile: true },
    ]);
  });
});
