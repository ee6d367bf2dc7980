import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeCrypto } from '../node.ts';
import { firstDeparture, parseXml, XmlError } from '../xml/index.ts';
import { checkXades, completeXades, type Layout, signatureValueElement, type XadesReport } from './index.ts';
import { assembleTestRecord, signTestRecord, testLayout } from './test-record.ts';
import { testSignatories } from './test-signatories.ts';

const encoder = new TextEncoder();
const authority = testSignatories();

const algorithms = ['rsa-sha256', 'ecdsa-sha256', 'rsa-pss-sha256'] as const;
const signatories = algorithms.map((algorithm, i) => authority.issue(`Người ký ${i + 1}`, algorithm));
const record = signTestRecord(signatories, authority);

function check(xml: string, layout: Layout = testLayout): Promise<readonly XadesReport[]> {
  return checkXades(parseXml(encoder.encode(xml)), { crypto: nodeCrypto, layout });
}

test('a record of three signatures passes, each saying who, when, as what and over which parts', async () => {
  const reports = await check(record.xml);
  assert.deepEqual(
    reports.map(({ id, outcome, level, findings }) => ({ id, outcome, level, findings })),
    ['sig-cn', 'sig-ht', 'sig-cq'].map((id) => ({ id, outcome: 'passed', level: 'B-T', findings: [] })),
  );
  const [first, second, third] = reports;
  assert.ok(first && second && third);
  assert.deepEqual(first.certificate, signatories[0]?.certificate);
  assert.equal(first.role, 'GVCN');
  assert.equal(first.commitment, 'ProofOfApproval');
  assert.equal(first.signingTime, '2027-05-31T08:00:00Z');
  assert.equal(first.policy?.id, 'urn:hocba:policy:1');
  assert.equal(first.where, '/HocBa/ChuKy/ds:Signature[1]');
  const uris = (report: XadesReport) => report.references.map(({ uri }) => uri);
  assert.deepEqual(uris(first), ['#tt', '#kq', '#nx', '#mh-3', '#sp-cn']);
  assert.deepEqual(uris(third), ['#tt', '#kq', '#nx', '#sv-cn', '#sv-ht', '#sp-cq']);
  assert.deepEqual(first.references[3]?.covers?.path, testLayout.partAt('mh-3')?.path);
  assert.deepEqual(
    reports.map(({ algorithm }) => algorithm),
    algorithms,
  );
  assert.ok(reports.every(({ timestamps }) => timestamps.length === 1 && timestamps[0]?.imprintOk));
});

test('without a timestamp the level is B-B, and it can be added later without touching what is signed', async () => {
  const bare = signTestRecord(signatories);
  assert.deepEqual(
    (await check(bare.xml)).map(({ level }) => level),
    ['B-B', 'B-B', 'B-B'],
  );
  const [prepared] = bare.prepared;
  const [signatory] = signatories;
  assert.ok(prepared && signatory);
  const value = signatory.sign(encoder.encode(prepared.signedInfo));
  const token = authority.timestamp(encoder.encode(signatureValueElement(prepared, value)));
  const [, ...later] = bare.signatures;
  const xml = assembleTestRecord([completeXades(prepared, value, token), ...later]);
  assert.deepEqual(
    (await check(xml)).map(({ level, outcome }) => `${level} ${outcome}`),
    ['B-T passed', 'B-B passed', 'B-B passed'],
  );
});

test('a document without signatures gives no report', async () => {
  assert.deepEqual(await check(assembleTestRecord([])), []);
});

test('the same file passes in a document of unknown kind, white space and all', async () => {
  const reports = await check(record.xml.replaceAll('<ds:X509Data>', '\n<ds:X509Data>'), 'any');
  assert.deepEqual(
    reports.map(({ outcome }) => outcome),
    ['passed', 'passed', 'passed'],
  );
});

test('a certificate the file does not carry may come from the caller; without it nothing is decided', async () => {
  const without = record.xml.replace(/<ds:KeyInfo>.*?<\/ds:KeyInfo>/, '');
  const [undecided] = await check(without);
  assert.equal(undecided?.outcome, 'indeterminate');
  assert.deepEqual(
    undecided?.findings.map(({ code }) => code),
    ['signing-certificate-unknown'],
  );
  const certificates = signatories.map(({ certificate }) => certificate);
  const document = parseXml(encoder.encode(without));
  const [decided] = await checkXades(document, { crypto: nodeCrypto, layout: testLayout, certificates });
  assert.equal(decided?.outcome, 'passed');
});

const broken: readonly (readonly [what: string, from: string, to: string, references: readonly string[]])[] = [
  ['the pupil’s name', 'Thị Thử', 'Thị Thư', ['#tt', '#tt', '#tt']],
  ['a comment', 'chăm ngoan', 'chăm  ngoan', ['#nx', '#nx', '#nx']],
  ['a score the teacher of the subject signed', 'ma="TV3"><Muc>T', 'ma="TV3"><Muc>H', ['#kq #mh-3', '#kq', '#kq']],
  ['a score nobody signed alone', 'ma="TV1"><Muc>T', 'ma="TV1"><Muc>H', ['#kq', '#kq', '#kq']],
  ['the role of the homeroom teacher', '>GVCN<', '>GVBM<', ['#sp-cn', '', '']],
];
for (const [what, from, to, expected] of broken) {
  test(`changing ${what} breaks the references over it and no other`, async () => {
    const reports = await check(record.xml.replace(from, to));
    const failed = reports.map(({ references }) =>
      references
        .filter(({ ok }) => !ok)
        .map(({ uri }) => uri)
        .join(' '),
    );
    assert.deepEqual(failed, expected);
    assert.ok(reports.every(({ signatureOk }) => signatureOk === true));
    assert.deepEqual(
      reports.map(({ outcome }) => outcome),
      expected.map((uris) => (uris === '' ? 'passed' : 'failed')),
    );
  });
}

test('a byte changed anywhere is noticed, and the signed parts name themselves', async () => {
  const bytes = encoder.encode(record.xml);
  const document = parseXml(bytes);
  const parts = ['tt', 'kq', 'nx'].map((id) => document.byId.get(id));
  // Inside a token only its own signature can tell; the version is the schema's.
  const tokens = [
    ...record.xml.matchAll(/<xades:EncapsulatedTimeStamp>|<\/xades:EncapsulatedTimeStamp>|phienBan="1.0"/g),
  ];
  const offsets = tokens.map(
    ({ index, 0: text }) => [encoder.encode(record.xml.slice(0, index)).length, text] as const,
  );
  const judgedElsewhere = (at: number) => {
    const [start, text] = offsets.filter(([offset]) => offset <= at).at(-1) ?? [0, ''];
    if (text.startsWith('phienBan')) return at < start + text.length;
    return text.startsWith('<xades:') && at >= start + text.length;
  };
  let tried = 0;
  for (let at = 0; at < bytes.length; at += 37) {
    if (judgedElsewhere(at)) continue;
    tried += 1;
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 7));
    const noticed = await notice(changed);
    assert.ok(noticed !== undefined, `byte ${at}: ${record.xml.slice(Math.max(0, at - 20), at + 20)}`);
    const part = parts.find((one) => one !== undefined && at > one.start && at < one.end);
    if (part !== undefined && noticed !== 'unreadable') {
      const id = `#${part.attributes.get('Id')}`;
      assert.ok(
        noticed.every(({ references }) =>
          references.every(({ uri, ok }) => (uri === id ? !ok : ok || uri === '#mh-3')),
        ),
      );
    }
  }
  assert.ok(tried > 250, `${tried} bytes`);
});

/** How a changed file gives itself away; undefined when it does not. */
async function notice(bytes: Uint8Array): Promise<'unreadable' | readonly XadesReport[] | undefined> {
  try {
    const document = parseXml(bytes);
    const reports = await checkXades(document, { crypto: nodeCrypto, layout: testLayout });
    const whole =
      reports.length === 3 && reports.every(({ outcome, level }) => outcome === 'passed' && level === 'B-T');
    return whole && firstDeparture(document) === undefined ? undefined : reports;
  } catch (error) {
    if (error instanceof XmlError) return 'unreadable';
    throw error;
  }
}
