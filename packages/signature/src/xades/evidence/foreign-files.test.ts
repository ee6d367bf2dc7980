import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { equalBytes } from '../../der/writer.ts';
import { nodeCrypto } from '../../node.ts';
import { parseTimestampToken } from '../../timestamp/index.ts';
import type { SignatureEvidence, TimestampEvidence } from '../../validation/signature-evidence.ts';
import { readXadesEvidence } from './index.ts';

/** Made by EU DSS 6.3 and the JDK's XML-DSig with invented certificates: see README.md beside them. */
const folder = new URL('./made-by-others/', import.meta.url);
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const detached = (uri: string) => (uri === 'data.txt' ? read('detached.txt') : undefined);
const evidenceOf = (file: Uint8Array) => readXadesEvidence(file, { crypto: nodeCrypto, detached });

interface Expected {
  readonly levels: readonly SignatureEvidence['level'][];
  readonly covers: readonly string[];
  readonly timestamps?: readonly TimestampEvidence['kind'][];
  readonly whole: boolean;
}

const whole = { whole: true, covers: ['whole document'] } as const;
const object = { whole: true, covers: ['/ds:Signature/ds:Object[2]'] } as const;
const plain = { levels: ['below-baseline'], whole: false, covers: ['/r:r/a'] } as const;

const files: Readonly<Record<string, Expected>> = {
  'dss-enveloped-lta2': { ...whole, levels: ['B-LTA'], timestamps: ['signature', 'archive', 'archive'] },
  'dss-enveloped-a-v1': { ...whole, levels: ['B-LTA'], timestamps: ['signature', 'references', 'archive'] },
  'dss-content-ts-lta': { ...whole, levels: ['B-LTA'], timestamps: ['content', 'signature', 'archive'] },
  'dss-signed-keyinfo-lta': {
    ...{ whole: true, covers: ['whole document', '/doc/ds:Signature/ds:KeyInfo'] },
    ...{ levels: ['B-LTA'], timestamps: ['signature', 'archive'] },
  },
  'dss-enveloping-lta': { ...object, levels: ['B-LTA'], timestamps: ['signature', 'archive'] },
  'dss-enveloping-embed-pss-t': { ...object, levels: ['B-T'], timestamps: ['signature'] },
  'dss-detached-lta': { whole: true, covers: ['data.txt'], levels: ['B-LTA'], timestamps: ['signature', 'archive'] },
  'dss-parallel': { ...whole, levels: ['B-T', 'B-T'], timestamps: ['signature'] },
  'dss-counter-lta': { ...whole, levels: ['B-LTA', 'B-B'], timestamps: ['signature', 'archive'] },
  'dss-implied': { ...whole, levels: ['B-B'] },
  'jdk-whole-c14n10': { ...plain, ...whole },
  'jdk-whole-with-comments-c14n10': { ...plain, whole: true, covers: ['/r:r'] },
  'jdk-whole-with-comments-c14n11': { ...plain, whole: true, covers: ['/r:r'] },
  'jdk-whole-with-comments-exclusive': { ...plain, whole: true, covers: ['/r:r'] },
  'jdk-element-with-comments-c14n10': plain,
  'jdk-element-with-comments-exclusive': plain,
  'jdk-prefix-list': plain,
  'jdk-manifest': { ...plain, whole: true, covers: ['/r/Signature/Object/Manifest', '/r/a', 'data.txt'] },
  'jdk-p384': { ...plain, ...whole },
  'jdk-p521': { ...plain, ...whole },
  'jdk-pss-short-salt': { ...plain, ...whole },
  'jdk-ed25519': { ...plain, ...whole },
  'jdk-base64': { ...plain, covers: ['/r:r/B'] },
};

for (const [name, expected] of Object.entries(files)) {
  test(`${name} is read as whoever made it meant it`, async () => {
    const evidence = await evidenceOf(read(`${name}.xml`));
    assert.deepEqual(
      evidence.flatMap(({ problems }) => problems),
      [],
    );
    assert.deepEqual(
      evidence.map(({ level }) => level),
      expected.levels,
    );
    const [first] = evidence;
    assert.ok(first);
    assert.ok(evidence.every(({ signatureIntact }) => signatureIntact === true));
    assert.deepEqual(
      first.covered.map(({ what }) => what),
      expected.covers,
    );
    assert.ok(first.covered.every(({ intact, found }) => intact && found));
    assert.equal(first.coversWholeFile, expected.whole);
    assert.deepEqual(
      first.timestamps.map(({ kind }) => kind),
      expected.timestamps ?? [],
    );
    for (const timestamp of first.timestamps) assert.ok(isOver(timestamp), timestamp.kind);
  });
}

test('what a manifest lists is judged entry by entry', async () => {
  const file = new TextDecoder().decode(read('jdk-manifest.xml'));
  const [evidence] = await evidenceOf(new TextEncoder().encode(file.replace('>x<', '>y<')));
  assert.deepEqual(
    evidence?.covered.map(({ intact }) => intact),
    [true, false, true],
  );
  assert.deepEqual(
    evidence?.problems.map(({ code, where }) => ({ code, where })),
    [{ code: 'reference-digest-wrong', where: '/r/Signature/Object/Manifest/Reference[1]' }],
  );
});

test('a signature by RSA with SHA-1 is not tried: it proves nothing any more', async () => {
  const [evidence] = await evidenceOf(read('jdk-rsa-sha1.xml'));
  assert.equal(evidence?.signatureIntact, undefined);
  assert.deepEqual(
    evidence?.problems.map(({ code }) => code),
    ['algorithm-not-supported'],
  );
  assert.equal(evidence?.algorithmsUsed[0]?.algorithm, 'unknown');
});

test('a counter-signature names the signature it stands in', async () => {
  const [signature, counter] = await evidenceOf(read('dss-counter-lta.xml'));
  assert.equal(counter?.counterSignatureOf, signature?.id);
  assert.equal(signature?.counterSignatureOf, undefined);
});

test('detached data that is not at hand leaves the signature undecided, other data breaks it', async () => {
  const file = read('dss-detached-lta.xml');
  const [without] = await readXadesEvidence(file, { crypto: nodeCrypto });
  assert.deepEqual(
    without?.problems.map(({ subIndication }) => subIndication),
    ['SIGNED_DATA_NOT_FOUND'],
  );
  assert.deepEqual(without?.covered, [{ uri: 'data.txt', what: 'data.txt', intact: false, found: false }]);
  const [other] = await readXadesEvidence(file, { crypto: nodeCrypto, detached: () => Uint8Array.of(1) });
  assert.deepEqual(
    other?.problems.map(({ code }) => code),
    ['reference-digest-wrong'],
  );
});

test('one letter changed anywhere in what is covered is noticed, in every file', async () => {
  for (const name of Object.keys(files)) {
    const text = new TextDecoder().decode(read(`${name}.xml`));
    for (const [what, changed] of changes(text)) {
      const evidence = await evidenceOf(new TextEncoder().encode(changed));
      const noticed = evidence.some(({ problems, timestamps }) => problems.length > 0 || !timestamps.every(isOver));
      assert.ok(noticed, `${name}: ${what}`);
    }
  }
});

/** One character of the value, of a digest, of validation data, of the content. */
function changes(text: string): readonly (readonly [string, string])[] {
  const places = [
    '<ds:SignatureValue',
    '<SignatureValue',
    'DigestValue>',
    'EncapsulatedX509Certificate>',
    'Signer',
    'aGVs',
    'Hello',
  ];
  return places.flatMap((place) => {
    const start = text.indexOf(place);
    if (start < 0) return [];
    const at = text.slice(start).search(/>[A-Za-z0-9+/]{3}/) + start + 2;
    const next = String.fromCharCode(text.charCodeAt(at) + 1);
    return [[`${place} at ${at}`, `${text.slice(0, at)}${next}${text.slice(at + 1)}`] as const];
  });
}

function isOver({ token, imprint }: TimestampEvidence): boolean {
  const { algorithm, digest } = parseTimestampToken(token).info.imprint;
  const rebuilt = algorithm === undefined ? undefined : imprint(algorithm);
  return rebuilt !== undefined && equalBytes(rebuilt, digest);
}
