import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { XmlDocument as Libxml2Document, XmlC14NMode } from 'libxml2-wasm';
import { type CanonicalForm, canonicalBytes, canonicalText, firstDeparture, parseXml } from './index.ts';
import { generatedDocument } from './test-documents.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const modes = {
  exclusive: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
  'inclusive-1.0': XmlC14NMode.XML_C14N_1_0,
  'inclusive-1.1': XmlC14NMode.XML_C14N_1_1,
} as const;
const forms = Object.keys(modes) as CanonicalForm[];

test('every part of hundreds of odd documents has the canonical form libxml2 gives it', () => {
  let compared = 0;
  const agree = (source: string) => {
    compared += compareEveryPart(source);
  };
  fc.assert(fc.property(generatedDocument, agree), { numRuns: 300, seed: 20261122 });
  for (const source of oddDocuments) agree(source);
  assert.ok(compared > 3000, `${compared} comparisons`);
});

test('a whole document has the canonical form xmllint gives it', () => {
  for (const source of oddDocuments) {
    const { root } = parseXml(encoder.encode(source), { foreign: true });
    assert.equal(canonicalText(root, { form: 'exclusive' }), xmllint('--exc-c14n', source));
    assert.equal(canonicalText(root, { form: 'inclusive-1.0' }), xmllint('--c14n', source));
    assert.equal(canonicalText(root, { form: 'inclusive-1.1' }), xmllint('--c14n11', source));
  }
});

test('bytes of the file are taken as they are only where they are the canonical form', () => {
  const source = '<r xmlns="urn:r"><a xmlns="urn:r" Id="a">ô</a><b Id="b">ô</b><c xmlns="urn:r"  Id="c"></c></r>';
  const document = parseXml(encoder.encode(source));
  const part = (id: string) => {
    const element = document.byId.get(id);
    assert.ok(element);
    return canonicalBytes(document, element, { form: 'exclusive' });
  };
  assert.equal(part('a').buffer, document.bytes.buffer);
  assert.notEqual(part('b').buffer, document.bytes.buffer);
  assert.notEqual(part('c').buffer, document.bytes.buffer);
  assert.equal(decoder.decode(part('a')), '<a xmlns="urn:r" Id="a">ô</a>');
  assert.equal(decoder.decode(part('b')), '<b xmlns="urn:r" Id="b">ô</b>');
  assert.equal(decoder.decode(part('c')), '<c xmlns="urn:r" Id="c"></c>');
});

test('taking bytes of the file never gives other bytes than canonicalising', () => {
  fc.assert(
    fc.property(generatedDocument, (source) => {
      const document = parseXml(encoder.encode(source), { foreign: true });
      for (const element of document.byId.values()) {
        for (const form of forms) {
          const taken = canonicalBytes(document, element, { form });
          assert.equal(decoder.decode(taken), canonicalText(element, { form }));
        }
      }
    }),
    { numRuns: 100, seed: 7 },
  );
});

test('a file spelled in any other way than ours is noticed, whatever it means', () => {
  const ours = '<?xml version="1.0" encoding="UTF-8"?>\n<r xmlns="urn:r" a="1"><b xmlns="urn:r">ô &amp; &gt;</b></r>';
  const departure = (source: string) => firstDeparture(parseXml(encoder.encode(source), { foreign: true }));
  assert.equal(departure(ours), undefined);
  assert.equal(departure(`${ours}\n`), undefined);
  const others = [
    ours.replace('?>\n', '?> '),
    ours.replace('<b xml', '<b  xml'),
    ours.replace('"1"', "'1'"),
    ours.replace('&gt;', '>'),
    ours.replace('</b>', '</b >'),
    ours.replace('<b xmlns="urn:r"', '<b xmlns="urn:r" xmlns:unused="urn:r"'),
    ours.replace('xmlns="urn:r" a="1"', 'a="1" xmlns="urn:r"'),
    `${ours} `,
    `${ours}<!-- x -->`,
    ours.replace('ô', 'ô<!-- x -->'),
  ];
  for (const other of others) assert.notEqual(departure(other), undefined, other);
});

test('attributes sort by code point, above U+FFFF too', () => {
  const source = '<r xmlns:x="urn:x" \u{10000}="1" \uFDF0="2" x:a="3" z="4"/>';
  const { root } = parseXml(encoder.encode(source));
  assert.equal(canonicalText(root, { form: 'exclusive' }), xmllint('--exc-c14n', source));
});

test('a namespace name is escaped like an attribute, as the standard says; libxml2 leaves its & bare', () => {
  const { root } = parseXml(encoder.encode('<r xmlns="urn:a?x&amp;y"/>'));
  assert.equal(canonicalText(root, { form: 'exclusive' }), '<r xmlns="urn:a?x&amp;y"></r>');
});

test('xml:base above an element is not guessed at in C14N 1.1', () => {
  const document = parseXml(encoder.encode('<r xml:base="http://a.test/"><b Id="b"/></r>'));
  const b = document.byId.get('b');
  assert.ok(b);
  assert.throws(() => canonicalText(b, { form: 'inclusive-1.1' }), { code: 'c14n-unsupported' });
});

const oddDocuments = [
  '<r/>',
  '<r xmlns=""/>',
  '<r xmlns="urn:a"><b xmlns=""><c xmlns="urn:a"/></b></r>',
  '<a:r xmlns:a="urn:a" xmlns:b="urn:b"><b:x><a:y xmlns:a="urn:a"/></b:x></a:r>',
  '<a:r xmlns:a="urn:a"><x xmlns:a="urn:b"><a:y/><z a:q="1"/></x></a:r>',
  '<r xml:lang="vi" xml:space="preserve" Id="r"><b Id="b"> <c xml:lang="en" Id="c"/></b></r>',
  '<r a="&#9;&#10;&#13;&quot;&lt;&gt;&apos;\t\n" b=\'"\'>&#13;&#10;\r\n\r</r>',
  '<r b="1" a="2" xmlns:z="urn:z" z:a="3" xmlns:y="urn:y" y:a="4" xmlns="urn:r"/>',
  '<xml:r xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:lang="vi"/>',
  '<r>\u0085\u2028\u00a0\ufffd\u{1f600}e\u0301</r>',
  '<r><a/><b></b>  <c\n/></r>',
];

function compareEveryPart(source: string): number {
  const document = parseXml(encoder.encode(source), { foreign: true });
  const oracle = Libxml2Document.fromString(source);
  try {
    let compared = 0;
    for (const [id, element] of document.byId) {
      const node = oracle.get(`//*[@Id="${id}"]`);
      assert.ok(node !== null);
      for (const form of forms) {
        assert.equal(canonicalText(element, { form }), node.canonicalizeToString({ mode: modes[form] }), source);
        compared += 1;
      }
      const inclusivePrefixes = ['a', 'é'];
      const expected = node.canonicalizeToString({
        mode: modes.exclusive,
        inclusiveNamespacePrefixes: inclusivePrefixes,
      });
      assert.equal(canonicalText(element, { form: 'exclusive', inclusivePrefixes }), expected, source);
    }
    return compared;
  } finally {
    oracle.dispose();
  }
}

function xmllint(form: string, source: string): string {
  const run = spawnSync('xmllint', [form, '-'], { input: source });
  assert.equal(run.status, 0, run.stderr.toString());
  return run.stdout.toString();
}
