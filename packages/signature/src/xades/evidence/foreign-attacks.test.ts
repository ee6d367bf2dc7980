import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nodeCrypto } from '../../node.ts';
import { readXadesEvidence } from './index.ts';

const sample = (name: string) => readFileSync(new URL(`./made-by-others/${name}.xml`, import.meta.url), 'utf8');
const enveloping = sample('dss-enveloping-lta');
const [object = ''] = /<ds:Object Id="[^"]*"[^>]*>[^<]*<\/ds:Object>/.exec(enveloping) ?? [];
const forgedObject = object.replace(/ Id="[^"]*"/, '').replace(/>[^<]{4}/, '>QUJD');
const counter = sample('dss-counter-lta');
const parallel = sample('dss-parallel');
const [counterSignature = ''] = /<xades:CounterSignature[^>]*>.*<\/xades:CounterSignature>/s.exec(counter) ?? [];
const wrapped = sample('jdk-element-with-comments-exclusive');

/** Files whose layout nobody knows: what can be told from XAdES and XML-DSig alone. */
const attacks: Readonly<Record<string, readonly [file: string, code: string]>> = {
  'the signed Object moved out of the signature, a forged one in its place': [
    `<x>${enveloping.replace(/^<\?xml[^>]*>/, '').replace(object, forgedObject)}${withDs(object)}</x>`,
    'reference-misplaced',
  ],
  'the signed Object moved among the unsigned properties': [
    enveloping
      .replace(object, forgedObject)
      .replace('<xades:UnsignedSignatureProperties>', `<xades:UnsignedSignatureProperties>${object}`),
    'reference-misplaced',
  ],
  'the signed Object moved into another Object': [
    enveloping.replace(object, `${forgedObject}<ds:Object><wrapper>${object}</wrapper></ds:Object>`),
    'reference-misplaced',
  ],
  'the signed Object there twice': [enveloping.replace(object, object + object), 'name-ambiguous'],
  'an enveloped signature moved out of what it signed': [
    counter.replace(/(<ds:Signature .*<\/ds:Signature>)(<\/doc>)/s, '$2<!-- -->').replace(/<doc/, '<all><doc') +
      `${/<ds:Signature .*<\/ds:Signature>/s.exec(counter)?.[0]}</all>`,
    'reference-digest-wrong',
  ],
  'a counter-signature of another file': [
    parallel.replace('<xades:UnsignedSignatureProperties>', `<xades:UnsignedSignatureProperties>${counterSignature}`),
    'counter-signature-of-another',
  ],
  'a signature hidden in KeyInfo': [
    parallel.replace('<ds:KeyInfo>', `<ds:KeyInfo><ds:Signature Id="hidden"></ds:Signature>`),
    'signature-misplaced',
  ],
  'a second element of the signed name': [wrapped.replace('<B ', '<a Id="A">other</a><B '), 'name-ambiguous'],
};

for (const [what, [file, code]] of Object.entries(attacks)) {
  test(`${what} is refused as ${code}`, async () => {
    const evidence = await readXadesEvidence(new TextEncoder().encode(file), { crypto: nodeCrypto });
    const codes = evidence.flatMap(({ problems }) => problems.map((problem) => problem.code));
    assert.ok(codes.includes(code), codes.join(' ') || 'nothing found');
  });
}

test('a manifest with more references than are looked at is refused as a whole', async () => {
  const limits = { references: 2 };
  const file = new TextEncoder().encode(sample('jdk-manifest'));
  const [evidence] = await readXadesEvidence(file, { crypto: nodeCrypto, limits });
  assert.deepEqual(
    evidence?.problems.map(({ code }) => code),
    ['too-many-references'],
  );
});

test('data beside what is signed leaves the file not wholly covered', async () => {
  const file = wrapped.replace('<B ', '<C>unsigned</C><B ');
  const [evidence] = await readXadesEvidence(new TextEncoder().encode(file), { crypto: nodeCrypto });
  assert.deepEqual(evidence?.problems, []);
  assert.equal(evidence?.coversWholeFile, false);
  assert.deepEqual(
    evidence?.covered.map(({ what }) => what),
    ['/r:r/a'],
  );
});

function withDs(element: string): string {
  return element.replace('<ds:Object', '<ds:Object xmlns:ds="http://www.w3.org/2000/09/xmldsig#"');
}
