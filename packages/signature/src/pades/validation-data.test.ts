import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { SignatureError } from '../errors.ts';
import { readPdf } from '../pdf/index.ts';
import { checkPades } from './check-pades.ts';
import { readPadesEvidence } from './evidence/read-pades-evidence.ts';
import { locateDamage } from './locate-damage.ts';
import { nodePdfTools } from './node-pdf-tools.ts';
import {
  archivedSample,
  issuedSample,
  type SampleName,
  signedAt,
  withDocumentTimestamp,
  withEvidence,
} from './samples/signed-samples.ts';

const tools = { crypto: nodeCrypto, tools: nodePdfTools };

for (const name of ['tagged', 'xref-stream'] satisfies SampleName[]) {
  it(`every step from B-T to the renewed B-LTA of the ${name} sample leaves its signatures whole`, async () => {
    const issued = await issuedSample(name);
    const longTerm = withEvidence(issued, 'HT', 'CONDAU');
    const archived = withDocumentTimestamp(longTerm, 'DAUTHOIGIAN-1');
    const year = 365 * 86_400_000;
    const renewed = withDocumentTimestamp(withEvidence(archived, 'DAUTHOIGIAN-1'), 'DAUTHOIGIAN-2', signedAt + year);
    for (const [pdf, level] of [
      [issued, 'B-T'],
      [longTerm, 'B-LT'],
      [archived, 'B-LTA'],
      [renewed, 'B-LTA'],
    ] as const) {
      for (const { indication, findings } of await checkPades(pdf, tools)) {
        assert.deepEqual(findings, []);
        assert.equal(indication, 'passed');
      }
      const evidence = await readPadesEvidence(pdf, tools);
      assert.deepEqual(
        evidence.map((one) => [one.id, one.level, one.problems.length]),
        [
          ['HT', level, 0],
          ['CONDAU', level, 0],
        ],
      );
      assert.ok(evidence.every(({ changesAfter }) => changesAfter.every(({ permitted }) => permitted)));
    }
  });
}

it('what is there is not added again, and nothing new leaves the file as it is', async () => {
  const once = withEvidence(await issuedSample(), 'HT', 'CONDAU');
  assert.ok(withEvidence(once, 'HT', 'CONDAU') === once);
  const later = withEvidence(once, 'CONDAU');
  const streams = (pdf: Uint8Array) => {
    const file = readPdf(pdf, nodePdfTools);
    return file.items(file.dictionary(file.catalog.entries.get('DSS'))?.entries.get('Certs')).length;
  };
  assert.equal(streams(once), 3);
  assert.equal(streams(later), 3);
});

it('evidence is asked for of signatures only', async () => {
  const issued = await issuedSample();
  assert.throws(
    () => withEvidence(issued, 'KHAC'),
    (error) => error instanceof SignatureError && error.code === 'pades-malformed',
  );
});

it('a byte changed in the evidence is noticed by the timestamp over it, and named', async () => {
  const archived = await archivedSample();
  const file = readPdf(archived, nodePdfTools);
  const [certificate] = file.items(file.dictionary(file.catalog.entries.get('DSS'))?.entries.get('Certs'));
  const place = certificate?.kind === 'reference' ? file.place(certificate.number) : undefined;
  assert.ok(place);
  const changed = archived.slice();
  changed[place.end - 40] = (changed[place.end - 40] ?? 0) ^ 1;
  const [certification, , timestamp] = await checkPades(changed, tools);
  assert.equal(certification?.indication, 'passed');
  assert.equal(timestamp?.digestOk, false);
  assert.deepEqual(
    locateDamage(changed, nodeCrypto).regions.map(({ kind }) => kind),
    ['document'],
  );
});
