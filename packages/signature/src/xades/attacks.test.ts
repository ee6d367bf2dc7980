import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CryptoPort } from '../crypto/index.ts';
import { equalBytes } from '../der/writer.ts';
import { SignatureError } from '../errors.ts';
import { nodeCrypto } from '../node.ts';
import { parseTimestampToken } from '../timestamp/index.ts';
import type { SignatureEvidence } from '../validation/signature-evidence.ts';
import { parseXml } from '../xml/index.ts';
import { checkXades, completeXades, prepareXades, readXadesEvidence, type XadesInput } from './index.ts';
import { type Attack, attackSample, attacks } from './samples/index.ts';
import { testLayout, testParts, testPolicy } from './test-record.ts';

const encoder = new TextEncoder();
const sample = attackSample();
const { xml, first, keyInfo, teacher, attacker } = sample;

for (const attack of attacks) {
  test(`${attack.name} is refused in a record as ${attack.asRecord}`, async () => {
    const codes = await codesOf(attacked(attack));
    assert.ok(codes.includes(attack.asRecord), codes.join(' ') || 'nothing found');
  });

  const { asForeign } = attack;
  test(`${attack.name} is ${asForeign === 'harmless' ? 'harmless' : `refused as ${asForeign}`} in any file`, async () => {
    const codes = await foreignCodesOf(attacked(attack));
    if (asForeign === 'harmless') assert.deepEqual(codes, []);
    else assert.ok(codes.includes(asForeign), codes.join(' ') || 'nothing found');
  });
}

test('the sample without an attack passes both', async () => {
  assert.deepEqual(await codesOf(xml), []);
  assert.deepEqual(await foreignCodesOf(xml), []);
});

function attacked(attack: Attack): string {
  const made = attack.attacked(sample);
  assert.notEqual(made, xml, 'the attack changed nothing');
  return made;
}

/** The codes of everything found; an unreadable file gives the reader's code. */
async function codesOf(file: string): Promise<readonly string[]> {
  return codesOrError(async () => {
    const document = parseXml(encoder.encode(file));
    const reports = await checkXades(document, { crypto: nodeCrypto, layout: testLayout });
    return reports.flatMap(({ findings }) => findings.map(({ code }) => code));
  });
}

async function foreignCodesOf(file: string): Promise<readonly string[]> {
  return codesOrError(async () => {
    const evidence = await readXadesEvidence(encoder.encode(file), { crypto: nodeCrypto, layout: testLayout });
    const problems = evidence.flatMap((each) => each.problems.map(({ code }) => code));
    return evidence.every(timestampsFit) ? problems : [...problems, 'imprint'];
  });
}

async function codesOrError(read: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SignatureError) return [error.code];
    throw error;
  }
}

function timestampsFit({ timestamps }: SignatureEvidence): boolean {
  return timestamps.every(({ token, imprint }) => {
    try {
      const { algorithm, digest } = parseTimestampToken(token).info.imprint;
      return algorithm !== undefined && equalBytes(digest, imprint(algorithm) ?? new Uint8Array());
    } catch {
      return false;
    }
  });
}

test('properties naming another certificate than the key that signed are refused', async () => {
  const codes = await codesOf(xml.replace(first, signedAs({ certificate: attacker.certificate })));
  assert.ok(codes.includes('signature-value-wrong'), codes.join(' '));
});

test('an issuer and serial number of another certificate are refused, the digest being right', async () => {
  const mixed: CryptoPort = {
    ...nodeCrypto,
    digest: (algorithm, data) =>
      nodeCrypto.digest(algorithm, data === attacker.certificate ? teacher.certificate : data),
  };
  const signature = signedAs({ certificate: attacker.certificate }, mixed);
  const codes = await codesOf(xml.replace(first, signature.replace(/<ds:KeyInfo>.*?<\/ds:KeyInfo>/, keyInfo)));
  assert.ok(codes.includes('signing-certificate-mismatch'), codes.join(' '));
});

test('more signatures than any record has are not all looked at, and that is said', async () => {
  const empty = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"></ds:Signature>';
  const started = performance.now();
  const codes = await codesOf(xml.replace('</ChuKy>', `${empty.repeat(20_000)}</ChuKy>`));
  assert.equal(codes.length, 101 - 3);
  assert.equal(codes.at(-1), 'too-many-signatures');
  assert.ok(performance.now() - started < 2000);
});

test('a hostile number of strays costs no more than reading it', async () => {
  const stray = `<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${'<x></x>'.repeat(5000)}</ds:SignedInfo>`;
  const started = performance.now();
  assert.ok((await codesOf(xml.replace('<ChuKy>', `${stray.repeat(5)}<ChuKy>`))).includes('signature-part-misplaced'));
  assert.ok(performance.now() - started < 2000);
});

function signedAs(change: Partial<XadesInput>, crypto: CryptoPort = nodeCrypto): string {
  const digest = crypto.digest('sha-256', encoder.encode(testParts.tt));
  const input: XadesInput = {
    ids: { signature: 'sig-cn', signatureValue: 'sv-cn', signedProperties: 'sp-cn' },
    references: [{ uri: '#tt', digest, mimeType: 'application/xml' }],
    certificate: teacher.certificate,
    signingTime: '2027-05-31T08:00:00Z',
    role: 'GVCN',
    commitment: 'ProofOfApproval',
    policy: testPolicy,
    algorithm: 'rsa-sha256',
    ...change,
  };
  const ready = prepareXades(input, crypto);
  return completeXades(ready, teacher.sign(encoder.encode(ready.signedInfo)));
}
