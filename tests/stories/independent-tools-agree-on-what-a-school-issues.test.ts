import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { attributeOid, parseSignedData, soleAttributeValue } from '@hocba/signature';
import { open } from '../../scripts/demo/fill-school.ts';
import { signClass } from '../../scripts/demo/walk-class.ts';
import { root } from '../harness/index.ts';
import {
  attachmentByPdfdetach,
  judgeByPdfsig,
  judgeByQpdf,
  judgePdfByOpenssl,
  textByPdftotext,
} from '../judges/pdf-judges.ts';
import { judgeTimestampByOpenssl, type TrustedPem } from '../judges/timestamp-judges.ts';
import { judgeBySantuario, judgeByXmlsec1 } from '../judges/xml-judges.ts';
import { fetchIssued } from './world/issued-files.ts';
import { fillSmallSchool, type SmallSchool } from './world/small-school.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

const SIGNATURES = ['sig-cn', 'sig-ht', 'sig-cq'];
let world: StoryWorld;
let school: SmallSchool;
let trusted: TrustedPem;
let records: { xml: string; pdf: string; name: string; lookupCode: string }[];

before(async () => {
  world = await startStoryWorld({ purpose: 'judged', without: ['province', 'ministry', 'portal'] });
  school = await fillSmallSchool(world, { carriedOver: true });
  const classId = school.classes[3] ?? '';
  await signClass(world, { ...school, classId }, () => undefined);
  const pem = (folder: string) => readFileSync(join(world.trustDirectory, folder, 'thu-nghiem.pem'), 'utf8');
  trusted = { root: pem('anchors'), intermediate: pem('intermediates') };
  records = await downloadAll();
});
after(() => world?.end());

test('xmlsec1 accepts every signature of every record, certificates checked up to the root', () => {
  for (const { xml } of records) {
    const verdicts = judgeByXmlsec1(xml, SIGNATURES, [trusted.root, trusted.intermediate]);
    assert.deepEqual(
      verdicts.map(({ signatureId, valid }) => [signatureId, valid]),
      SIGNATURES.map((id) => [id, true]),
    );
  }
});

test('Santuario accepts every signature of every record', (t) => {
  const verdicts = judgeBySantuario(records.map(({ xml }) => xml));
  if (!verdicts) return t.skip('no JDK with Santuario: apt-get install default-jdk-headless libxml-security-java');
  for (const { xml } of records) {
    assert.deepEqual(
      verdicts.get(xml)?.map(({ signatureId, valid }) => [signatureId, valid]),
      SIGNATURES.map((id) => [id, true]),
    );
  }
});

test('xmllint finds every record right by the published schema', () => {
  const schema = join(root, 'packages/record/schema/hocba-1.0.xsd');
  const { status, stderr } = run('xmllint', [
    '--nonet',
    '--noout',
    '--schema',
    schema,
    ...records.map(({ xml }) => xml),
  ]);
  assert.equal(status, 0, stderr);
});

test('every part that is signed stands in the file in its canonical form, as xmllint makes it', () => {
  for (const { xml } of records.slice(0, 5)) {
    const parts = signedParts(readFileSync(xml, 'utf8'));
    assert.equal(parts.length, 3 + 2 * SIGNATURES.length);
    for (const part of parts) {
      writeFileSync(`${xml}.part`, part);
      assert.ok(run('xmllint', ['--nonet', '--exc-c14n', `${xml}.part`]).stdout.trimEnd() === part, part.slice(0, 200));
    }
  }
});

test('qpdf finds no fault in any PDF, and pdfsig finds the seal valid and over the whole file', () => {
  for (const { pdf } of records) {
    const bytes = readFileSync(pdf);
    const { clean, says } = judgeByQpdf(bytes);
    assert.ok(clean, says);
    assert.deepEqual(
      judgeByPdfsig(bytes).map(({ valid, wholeFile }) => ({ valid, wholeFile })),
      [{ valid: true, wholeFile: true }],
    );
  }
});

test('openssl accepts the seal on every PDF, its certificate checked up to the root', () => {
  for (const { pdf } of records) {
    const [verdict, ...more] = judgePdfByOpenssl(readFileSync(pdf), [trusted.root, trusted.intermediate], Date.now());
    assert.match(verdict ?? '', /successful/);
    assert.equal(more.length, 0);
  }
});

test('openssl accepts every timestamp, three in the XML and one in the PDF', () => {
  for (const { xml, pdf } of records) {
    const stamps = [...stampsOfXml(readFileSync(xml, 'utf8')), stampOfPdf(readFileSync(pdf))];
    assert.equal(stamps.length, 4);
    for (const stamp of stamps) assert.equal(judgeTimestampByOpenssl(stamp, trusted), 'Verification: OK');
    const [first] = stamps;
    assert.match(
      judgeTimestampByOpenssl({ token: first?.token ?? Buffer.of(), bytes: Buffer.from('khác') }, trusted),
      /mismatch/,
    );
  }
});

test('the PDF carries the XML byte for byte, and shows the pupil’s name', () => {
  for (const { xml, pdf, name } of records) {
    const bytes = readFileSync(pdf);
    assert.ok(Buffer.from(attachmentByPdfdetach(bytes)).equals(readFileSync(xml)));
    const words = textByPdftotext(bytes).normalize('NFC').replaceAll(/\s+/g, ' ').toLocaleUpperCase('vi');
    assert.ok(words.includes(name.toLocaleUpperCase('vi')), name);
  }
});

test('a QR reader finds the look-up address on the printed page', () => {
  for (const { pdf, lookupCode } of records.slice(0, 4)) {
    run('pdftoppm', ['-r', '150', '-png', pdf, pdf.replace('.pdf', '-page')]);
    const { stdout } = spawnSync('sh', ['-c', `zbarimg -q --raw ${pdf.replace('.pdf', '-page')}*.png`], {
      encoding: 'utf8',
    });
    assert.ok(stdout.includes(`${world.urls.portal}/h/${lookupCode}`), stdout);
  }
});

async function downloadAll() {
  const clerk = await open(world, school.people.sealClerk);
  const folder = join(world.directory, 'issued');
  mkdirSync(folder);
  const issued = await world
    .look('school')
    .rows<{ id: string; name: string; lookup_code: string }>(
      `select year_sheet_id as id, content->'student'->>'fullName' as name, lookup_code from year_sheet where state = 'issued'`,
    );
  assert.ok(issued.length > 20);
  return Promise.all(
    issued.map(async ({ id, name, lookup_code: lookupCode }) => {
      const record = { xml: join(folder, `${id}.xml`), pdf: join(folder, `${id}.pdf`), name, lookupCode };
      writeFileSync(record.xml, await fetchIssued(clerk, id, 'xml'));
      writeFileSync(record.pdf, await fetchIssued(clerk, id, 'pdf'));
      return record;
    }),
  );
}

/** Content, signature values and signed properties, cut out of the file as they stand. */
function signedParts(xml: string): string[] {
  const names = ['ThongTin', 'KetQua', 'NhanXet', 'ds:SignatureValue', 'xades:SignedProperties'];
  return names.flatMap((name) => xml.match(new RegExp(`<${name} [\\s\\S]*?</${name}>`, 'g')) ?? []);
}

/** Each ds:SignatureValue as it stands in the file, which is its canonical form, with the token over it. */
function stampsOfXml(xml: string) {
  return [...xml.matchAll(/<ds:Signature [\s\S]*?<\/ds:Signature>/g)].map(([signature]) => ({
    bytes: Buffer.from(/<ds:SignatureValue[\s\S]*?<\/ds:SignatureValue>/.exec(signature)?.[0] ?? ''),
    token: Buffer.from(/EncapsulatedTimeStamp[^>]*>([^<]*)</.exec(signature)?.[1] ?? '', 'base64'),
  }));
}

function stampOfPdf(pdf: Buffer) {
  const hole = /\/Contents <([0-9A-Fa-f]{100,})>/.exec(pdf.toString('latin1'))?.[1] ?? '';
  const padded = Buffer.from(hole, 'hex');
  const { signers } = parseSignedData(padded.subarray(0, 4 + padded.readUInt16BE(2)));
  const [signer] = signers;
  const token = signer && soleAttributeValue(signer.unsignedAttributes, attributeOid.signatureTimestamp);
  if (!signer || !token) throw new Error('the seal has no timestamp');
  return { bytes: Buffer.from(signer.signature), token: Buffer.from(token.bytes) };
}

function run(command: string, options: readonly string[]) {
  const done = spawnSync(command, [...options], { encoding: 'utf8', maxBuffer: 64 << 20 });
  if (done.error) throw done.error;
  return done;
}
