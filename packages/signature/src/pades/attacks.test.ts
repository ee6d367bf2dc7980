import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { SignatureError } from '../errors.ts';
import { parseTimestampToken } from '../timestamp/index.ts';
import { checkPades } from './check-pades.ts';
import { readPadesEvidence } from './evidence/read-pades-evidence.ts';
import { nodePdfTools } from './node-pdf-tools.ts';
import type { Attack } from './samples/attack.ts';
import { dictionaryAttacks } from './samples/dictionary-attacks.ts';
import { revisionAttacks } from './samples/revision-attacks.ts';
import { archivedSample, principal, type SampleName, sample, seal, signSample } from './samples/signed-samples.ts';
import { structureAttacks } from './samples/structure-attacks.ts';

const tools = { crypto: nodeCrypto, tools: nodePdfTools };

/** Every reason the record's own check gives. */
async function refusals(pdf: Uint8Array): Promise<readonly string[]> {
  const reports = await checkPades(pdf, tools);
  return reports.flatMap(({ findings, changesAfter }) => [
    ...findings.map(({ code }) => code),
    ...changesAfter.filter(({ permitted }) => !permitted).map(({ kind }) => kind),
  ]);
}

/** Every reason the evidence of the same file holds. */
async function evidenceAgainst(pdf: Uint8Array): Promise<readonly string[]> {
  const evidence = await readPadesEvidence(pdf, tools);
  return evidence.flatMap(({ problems, changesAfter, covered, signatureIntact }) => [
    ...problems.map(({ code }) => code),
    ...changesAfter.filter(({ permitted }) => !permitted).map(({ kind }) => kind),
    ...covered.filter(({ intact }) => !intact).map(() => 'data-changed'),
    ...(signatureIntact === false ? ['value-wrong'] : []),
  ]);
}

async function reasons(read: (pdf: Uint8Array) => Promise<readonly string[]>, pdf: Uint8Array) {
  try {
    return await read(pdf);
  } catch (error) {
    if (error instanceof SignatureError) return [error.code];
    throw error;
  }
}

const signedOnce = new Map<SampleName, Promise<Uint8Array>>();
function certified(name: SampleName): Promise<Uint8Array> {
  const known = signedOnce.get(name) ?? signSample(sample(name), principal, { certify: { docMdp: 2 } });
  signedOnce.set(name, known);
  return known;
}

for (const name of ['tagged', 'xref-stream'] satisfies SampleName[]) {
  describe(`a signed ${name} sample is refused, both as our record and as anybody’s file, after`, () => {
    for (const attack of [...dictionaryAttacks, ...revisionAttacks, ...structureAttacks]) {
      if (attack.tableOnly !== true || name === 'tagged') it(attack.name, () => mustRefuse(attack, name));
    }
  });
}

async function mustRefuse(attack: Attack, name: SampleName): Promise<void> {
  const attacked = attack.make(await certified(name));
  const asRecord = await reasons(refusals, attacked);
  assert.ok(asRecord.includes(attack.refusedAs), `${attack.refusedAs} expected, got ${asRecord.join(', ')}`);
  const asAny = await reasons(evidenceAgainst, attacked);
  const expected = 'evidenceAs' in attack ? attack.evidenceAs : attack.refusedAs;
  if (expected === undefined) assert.deepEqual(asAny, []);
  else assert.ok(asAny.includes(expected), `${expected} expected of the evidence, got ${asAny.join(', ')}`);
}

describe('what was made for one file does not serve another', () => {
  it('another signature’s CMS in the hole', async () => {
    const [mine, other] = [
      await certified('tagged'),
      await signSample(sample('tagged'), principal, { certify: { docMdp: 2 }, reason: 'khác' }),
    ];
    const hole = /\/Contents <[0-9a-f]+>/;
    const text = Buffer.from(mine).toString('latin1');
    const pasted = Buffer.from(other).toString('latin1').match(hole)?.[0] ?? '';
    assert.equal(pasted.length, text.match(hole)?.[0].length);
    const attacked = new Uint8Array(Buffer.from(text.replace(hole, pasted), 'latin1'));
    assert.ok((await refusals(attacked)).includes('cms-check-failed'));
    assert.deepEqual(await evidenceAgainst(attacked), ['data-changed']);
  });

  it('another file’s document timestamp', async () => {
    const holes = (pdf: Uint8Array) =>
      [
        ...Buffer.from(pdf)
          .toString('latin1')
          .matchAll(/\/Contents <[0-9a-f]+>/g),
      ].map(String);
    const [archived, other] = [await archivedSample(), await archivedSample()];
    const [own = '', copied = ''] = [holes(archived).at(-1), holes(other).at(-1)];
    const fitted = `${copied
      .slice(0, -1)
      .slice(0, own.length - 1)
      .padEnd(own.length - 1, '0')}>`;
    const attacked = new Uint8Array(
      Buffer.from(Buffer.from(archived).toString('latin1').replace(own, fitted), 'latin1'),
    );
    assert.ok((await refusals(attacked)).includes('timestamp-mismatch'));
    const [evidence] = await readPadesEvidence(attacked, tools);
    const timestamp = evidence?.timestamps.find(({ kind }) => kind === 'document');
    assert.ok(timestamp);
    const { digest } = parseTimestampToken(timestamp.token).info.imprint;
    assert.notDeepEqual(timestamp.imprint('sha-256'), digest);
  });

  it('a sneaky signature: one that shows itself over the certified page', async () => {
    const appearance = { page: 1, rectangle: [50, 50, 300, 300] as const, drawing: '1 g 0 0 250 250 re f' };
    const attacked = await signSample(await certified('tagged'), seal, { appearance });
    assert.ok((await refusals(attacked)).includes('visibleSignatureAdded'));
    assert.deepEqual(await evidenceAgainst(attacked), ['visibleSignatureAdded']);
  });
});
