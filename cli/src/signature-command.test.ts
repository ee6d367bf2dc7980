import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildSignedData, encodePem, extendToLt, writeDer } from '@hocba/signature';
import { nodeCrypto, privateKeyFromPkcs8, signData } from '@hocba/signature/node';
import {
  archivedSample,
  authority,
  issuedSample,
  principal,
  sample,
  signedAt,
  signSample,
  withEvidence,
} from '../../packages/signature/src/pades/samples/signed-samples.ts';
import { signTrustedList, testTrustedList } from '../../packages/signature/src/trust/test-trusted-list.ts';
import { signTestRecord } from '../../packages/signature/src/xades/test-record.ts';
import type { TestSignatory } from '../../packages/signature/src/xades/test-signatories.ts';
import { extension } from '../../simulators/certificate-authority/authority.ts';
import type { SignatureFileReport } from './signature-check/signature-report.ts';

const directory = mkdtempSync(join(tmpdir(), 'hocba-signature-'));
const bin = join(import.meta.dirname, '../bin/hocba.mjs');
const hour = 3_600_000;
const soon = ['--at', new Date(signedAt + 2 * hour).toISOString()];
const trust = ['--trust', 'root.pem', ...soon];
const material = ['--certificates', 'pki', '--crls', 'pki'];

interface Shape {
  readonly required: readonly string[];
}
type Definition = 'signature' | 'certificate' | 'pathEntry' | 'revocation' | 'timestamp';
const schemaFile = join(import.meta.dirname, '../../docs/formats/signature-report.schema.json');
const schema: Shape & { $defs: Record<Definition, Shape> } = JSON.parse(readFileSync(schemaFile, 'utf8'));

before(async () => {
  mkdirSync(join(directory, 'pki'));
  mkdirSync(join(directory, 'files'));
  const [root = new Uint8Array()] = authority.anchors;
  write('root.pem', encodePem(root));
  write('pki/issuing', authority.intermediates[0] ?? root);
  for (const [i, crl] of authority.crls(signedAt + hour).entries()) write(`pki/list-${i}.bin`, crl);
  write('files/b-b', await signSample(sample('tagged'), principal, { timestamp: false }));
  write('files/b-lt.pdf', withEvidence(await issuedSample(), 'HT', 'CONDAU'));
  write('files/b-lta.pdf', await archivedSample());
  write('files/b-t.pdf', await issuedSample());
  write('files/record.xml', recordXml());
  write('files/thong-bao.txt', 'Không phải tệp có chữ ký.');
});
after(() => rmSync(directory, { recursive: true, force: true }));

describe('when hocba signature check is run', () => {
  it('every file of a directory that can hold signatures is judged, at each level', async () => {
    const { status, reports } = await check('files', ...trust, ...material);
    const told = reports.map(({ file, outcome, signatures }) => [
      file.slice('files/'.length),
      outcome,
      signatures.map(({ format, level, indication }) => `${format} ${level} ${indication}`),
    ]);
    const both = (level: string) => [`PAdES ${level} TOTAL-PASSED`, `PAdES ${level} TOTAL-PASSED`];
    assert.deepEqual(told, [
      ['b-b', 'valid', ['PAdES B-B TOTAL-PASSED']],
      ['b-lt.pdf', 'valid', both('B-LT')],
      ['b-lta.pdf', 'valid', both('B-LTA')],
      ['b-t.pdf', 'valid', both('B-T')],
      ['record.xml', 'valid', ['XAdES B-LT TOTAL-PASSED', 'XAdES B-T TOTAL-PASSED', 'XAdES B-T TOTAL-PASSED']],
    ]);
    assert.equal(status, 0);
  });

  it('the report has the fields its schema names, no more and no fewer', async () => {
    const { reports } = await check('files/b-lta.pdf', ...trust, ...material);
    const [report] = reports;
    const [signature] = report?.signatures ?? [];
    const shapes: readonly (readonly [Shape, object | null | undefined])[] = [
      [schema, report],
      [schema.$defs.signature, signature],
      [schema.$defs.certificate, signature?.signer],
      [schema.$defs.pathEntry, signature?.path[0]],
      [schema.$defs.revocation, signature?.path[0]?.revocation],
      [schema.$defs.timestamp, signature?.timestamps[0]],
    ];
    for (const [{ required }, told] of shapes) assert.deepEqual(Object.keys(told ?? {}).sort(), required.toSorted());
  });

  it('the report names the signatory, the times, the cover, the path and the revocation data used', async () => {
    const { reports } = await check('files/b-lt.pdf', '--trust', 'root.pem', ...soon);
    const [seal] = reports[0]?.signatures ?? [];
    assert.equal(seal?.signer?.name, 'Nguyễn Thị Bình An');
    assert.deepEqual(seal?.signingTime, { claimed: '2026-05-29T08:15:00.000Z', proven: '2026-05-29T08:15:00.000Z' });
    assert.equal(seal?.coverage.wholeFile, false);
    assert.deepEqual(
      seal?.path.map(({ anchor, revocation }) => [anchor, revocation?.source, revocation?.origin]),
      [
        [false, 'crl', 'embedded'],
        [false, 'crl', 'embedded'],
        [true, undefined, undefined],
      ],
    );
    assert.deepEqual(
      seal?.changesAfter.map(({ kind, permitted }) => [kind, permitted]),
      [
        ['signatureAdded', true],
        ['validationDataAdded', true],
      ],
    );
  });

  it('without trust, without revocation data, and long after, the reason is told', async () => {
    const late = ['--trust', 'root.pem', '--at', '2028-06-10T00:00:00Z'];
    const verdicts = await Promise.all([
      check('files/b-lt.pdf', ...soon),
      check('files/b-t.pdf', ...trust),
      check('files/b-b', ...late, ...material),
    ]);
    assert.deepEqual(
      verdicts.map(({ status, reports }) => [status, reports[0]?.signatures[0]?.subIndication]),
      [
        [2, 'NO_CERTIFICATE_CHAIN_FOUND'],
        [2, 'CERTIFICATE_CHAIN_GENERAL_FAILURE'],
        [2, 'OUT_OF_BOUNDS_NO_POE'],
      ],
    );
  });

  it('a changed record, a file of another kind, one without signatures and one that is not there end as they should', async () => {
    write('changed.xml', recordXml().replace('chăm ngoan', 'chăm chỉ'));
    write('noise.pdf', 'hello');
    write('plain.pdf', sample('tagged'));
    const each = await Promise.all(
      ['changed.xml', 'noise.pdf', 'plain.pdf', 'missing.pdf'].map((file) => check(file, ...trust, ...material)),
    );
    assert.deepEqual(
      each.map(({ status, reports }) => [status, reports[0]?.outcome]),
      [
        [1, 'invalid'],
        [3, 'unreadable'],
        [2, 'unsigned'],
        [3, 'unreadable'],
      ],
    );
    assert.equal(each[0]?.reports[0]?.signatures[0]?.subIndication, 'HASH_FAILURE');
  });

  it('machines may have it in the words of TS 119 102-2', async () => {
    const { stdout } = await run('signature', 'check', 'files/b-lt.pdf', ...trust, '--report', 'etsi-json');
    const [first] = JSON.parse(stdout).ValidationReport.SignatureValidationReport;
    assert.deepEqual(first.SignatureIdentifier, { '@id': 'HT' });
    assert.equal(first.SignatureValidationStatus.MainIndication, 'urn:etsi:019102:mainindication:total-passed');
    assert.equal(first.ValidationTimeInfo.BestSignatureTime.POETime, '2026-05-29T08:15:00.000Z');
  });

  it('of a trusted list, an authority withdrawn later stays good for what is proven to be older', async () => {
    const day = 24 * hour;
    const operator = authority.issue({ commonName: 'Cơ quan lập danh sách THỬ NGHIỆM' });
    write('operator.pem', encodePem(operator.certificate));
    write('tsa.pem', encodePem(authority.tsa.certificate));
    const identity = Buffer.from(authority.root.certificate).toString('base64');
    const judged = ['--list-signer', 'operator.pem', '--at', new Date(signedAt + 5 * day).toISOString()];
    const withdrawnAt = (from: number) => {
      const statuses = [
        { status: 'withdrawn', from },
        { status: 'granted', from: signedAt - 900 * day },
      ];
      write('list', signTrustedList(testTrustedList({ identity, statuses }), operator));
      return check('files/b-lt.pdf', '--trust', 'list', '--trust', 'tsa.pem', ...judged);
    };
    const verdict = async (from: number) => (await withdrawnAt(from)).reports[0]?.signatures[0]?.subIndication;
    assert.equal((await withdrawnAt(signedAt + day)).status, 0);
    assert.match((await verdict(signedAt - day)) ?? '', /^NO_CERTIFICATE_CHAIN_FOUND/);
  });

  it('a signature beside its file is judged with that file and with no other', async () => {
    const data = new TextEncoder().encode('học bạ');
    const { certificate, chain, privateKeyPkcs8, signer } = authority.issue();
    const { algorithm } = signer;
    const content = { detachedDigest: nodeCrypto.digest('sha-256', data) };
    const prepared = buildSignedData({ content, certificate, chain, algorithm }, nodeCrypto);
    write(
      'beside.p7s',
      prepared.finish(signData(privateKeyFromPkcs8(privateKeyPkcs8), algorithm, prepared.toBeSigned)),
    );
    write('data.txt', data);
    const each = await Promise.all(
      [[], ['--detached', 'data.txt'], ['--detached', 'root.pem']].map((given) =>
        check('beside.p7s', ...trust, ...material, ...given),
      ),
    );
    assert.deepEqual(
      each.map(({ status, reports }) => [status, reports[0]?.signatures[0]?.subIndication]),
      [
        [2, 'SIGNED_DATA_NOT_FOUND'],
        [0, null],
        [1, 'HASH_FAILURE'],
      ],
    );
  });

  it('people read it in Vietnamese', async () => {
    const { stdout, status } = await run('signature', 'check', 'files/b-lta.pdf', ...trust, ...material);
    assert.match(stdout, /✓ HỢP LỆ {2}files\/b-lta\.pdf\n {2}Cả 2 chữ ký số trong tệp đều hợp lệ\./);
    assert.match(stdout, /✓ dấu thời gian trên tài liệu/);
    assert.equal(status, 0);
  });

  it('what must be given is asked for', async () => {
    const wrong = [['check'], ['check', 'x', '--at', 'hôm qua'], ['check', 'x', '--trust', 'không-có']];
    for (const { status, stderr } of await Promise.all(wrong.map((args) => run('signature', ...args)))) {
      assert.equal(status, 64);
      assert.match(stderr, /^hocba: \S/);
    }
  });

  it('revocation data is fetched only when told to', async () => {
    const server = createServer((request, response) => {
      const chunks: Uint8Array[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => response.end(authority.ocsp(new Uint8Array(Buffer.concat(chunks)), signedAt + hour)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const who = authority.issue({ extraExtensions: [ocspAt(`http://127.0.0.1:${port}/ocsp`)] });
      write('asks.pdf', await signSample(sample('tagged'), who, { timestamp: false }));
      const [, rootList] = authority.crls(signedAt + hour);
      write('root.crl', rootList ?? new Uint8Array());
      const offline = await check('asks.pdf', ...trust, '--crls', 'root.crl');
      assert.equal(offline.status, 2);
      const online = await check('asks.pdf', ...trust, '--crls', 'root.crl', '--online');
      assert.equal(online.status, 0);
      assert.equal(online.reports[0]?.signatures[0]?.path[0]?.revocation?.source, 'ocsp');
    } finally {
      server.close();
    }
  });
});

function recordXml(): string {
  const signatory = (commonName: string): TestSignatory => {
    const { certificate, chain, privateKeyPkcs8 } = authority.issue({ commonName });
    const key = privateKeyFromPkcs8(privateKeyPkcs8);
    return { algorithm: 'ecdsa-sha256', certificate, chain, sign: (data) => signData(key, 'ecdsa-sha256', data) };
  };
  const record = signTestRecord(['Giáo viên', 'Hiệu trưởng', 'Con dấu'].map(signatory), {
    ...{ anchor: authority.root.certificate, anchorPem: '' },
    ...{ issue: signatory, timestamp: (data) => authority.timestamp(data) },
  });
  const longTerm = extendToLt({
    ...{ xml: new TextEncoder().encode(record.xml), signatureId: 'sig-cn', ocsps: [] },
    certificates: [...authority.intermediates, authority.root.certificate, authority.tsa.certificate],
    crls: authority.crls(signedAt + hour),
  });
  return new TextDecoder().decode(longTerm);
}

function ocspAt(url: string): Uint8Array {
  const { asciiString, objectIdentifier, sequence } = writeDer;
  const access = sequence(objectIdentifier('1.3.6.1.5.5.7.48.1'), asciiString(url, 0x86));
  return extension('1.3.6.1.5.5.7.1.1', sequence(access));
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(directory, name), content);
}

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** In a process of its own, while this one can go on serving. */
function run(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [bin, ...args], { cwd: directory }, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

async function check(...args: readonly string[]) {
  const { status, stdout } = await run('signature', 'check', ...args, '--json');
  const reports: (SignatureFileReport & { file: string })[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { status, reports };
}
