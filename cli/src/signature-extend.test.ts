import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { buildTimestampRequest } from '@hocba/signature';
import { verifyRecordFile } from '@hocba/verify';
import { nodeVerifyTools } from '@hocba/verify/node';
import { SampleSchool, writeTrustDirectory } from '../../tests/samples/make-samples.ts';
import { verifyTime } from '../../tests/samples/sample-authority.ts';
import { signature } from './commands/signature-check.ts';
import { UsageError } from './usage-error.ts';

const directory = mkdtempSync(join(tmpdir(), 'hocba-extend-'));
const path = (name: string) => join(directory, name);
const school = new SampleSchool();
const year = 365 * 86_400_000;
let now = verifyTime;
const tsa = createServer((request, response) => {
  const chunks: Uint8Array[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => response.end(school.authority.answerTimestamp(new Uint8Array(Buffer.concat(chunks)), now)));
});
let tsaUrl = '';

before(async () => {
  writeTrustDirectory(path('trust'), school.trust());
  writeFileSync(path('good.xml'), school.xml());
  writeFileSync(path('good.pdf'), await school.pdf());
  await new Promise<void>((resolve) => tsa.listen(0, '127.0.0.1', resolve));
  tsaUrl = `http://127.0.0.1:${(tsa.address() as AddressInfo).port}/tsa`;
});
after(() => {
  tsa.close();
  rmSync(directory, { recursive: true, force: true });
});

/** The exit code, and what was said against it. */
async function extend(file: string, out: string, ...more: readonly string[]) {
  const said: string[] = [];
  const stderr = mock.method(process.stderr, 'write', (text: string | Uint8Array) => said.push(String(text)) > 0);
  const given = ['--at', new Date(now).toISOString(), '--out', path(out), ...more];
  try {
    return { status: await signature(['extend', path(file), ...given]), said: said.join('') };
  } finally {
    stderr.mock.restore();
  }
}

async function verified(file: string, at: number) {
  const trust = { ...school.trust(), crls: school.authority.crls(at) };
  const report = await verifyRecordFile(new Uint8Array(readFileSync(path(file))), trust, { ...nodeVerifyTools, at });
  return report.outcome;
}

const trusting = () => ['--trust', path('trust')];

describe('when hocba signature extend is run', () => {
  for (const kind of ['xml', 'pdf']) {
    it(`a ${kind} record goes to B-LT, B-LTA, is renewed after a year, and stays valid as a record`, async () => {
      now = verifyTime;
      const longTerm = await extend(`good.${kind}`, `lt.${kind}`, '--level', 'lt', ...trusting());
      assert.equal(longTerm.status, 0, longTerm.said);
      const archived = await extend(`lt.${kind}`, `lta.${kind}`, '--level', 'lta', ...trusting(), '--tsa', tsaUrl);
      assert.equal(archived.status, 0, archived.said);
      now = verifyTime + year;
      school.authority.crls(now).forEach((crl, i) => {
        writeFileSync(path(`year-${i}.crl`), crl);
      });
      const lists = ['--crls', path('year-0.crl'), '--crls', path('year-1.crl')];
      const renewed = await extend(
        `lta.${kind}`,
        `new.${kind}`,
        '--level',
        'lta',
        ...trusting(),
        ...lists,
        '--tsa',
        tsaUrl,
      );
      assert.equal(renewed.status, 0, renewed.said);
      const each = [
        verified(`lt.${kind}`, verifyTime),
        verified(`lta.${kind}`, verifyTime),
        verified(`new.${kind}`, now),
      ];
      assert.deepEqual(await Promise.all(each), ['valid', 'valid', 'valid']);
    });
  }

  it('without a network, the digests are asked for and the tokens taken from files', async () => {
    now = verifyTime;
    const other = buildTimestampRequest(new Uint8Array(32), Uint8Array.of(1));
    writeFileSync(path('other.tsr'), school.authority.answerTimestamp(other, now));
    const asked = await extend('good.xml', 'a.xml', '--level', 'lta', ...trusting(), '--tsa', path('other.tsr'));
    assert.equal(asked.status, 74);
    const digests = asked.said.match(/[0-9a-f]{64}/g) ?? [];
    assert.equal(digests.length, 3);
    const tokens = digests.flatMap((digest, i) => {
      const request = buildTimestampRequest(new Uint8Array(Buffer.from(digest, 'hex')), Uint8Array.of(1));
      writeFileSync(path(`${i}.tsr`), school.authority.answerTimestamp(request, now));
      return ['--tsa', path(`${i}.tsr`)];
    });
    const given = await extend('good.xml', 'a.xml', '--level', 'lta', ...trusting(), ...tokens);
    assert.equal(given.status, 0, given.said);
    assert.equal(await verified('a.xml', now), 'valid');
  });

  it('what is not valid, or not proven by what is given, is refused with a reason and nothing is written', async () => {
    now = verifyTime;
    const changed = readFileSync(path('good.xml'), 'utf8').replace('Cần phát huy', 'Rất tốt');
    writeFileSync(path('changed.xml'), changed);
    writeFileSync(path('noise.xml'), 'hello');
    const cases = [
      [await extend('changed.xml', 'x.xml', '--level', 'lt', ...trusting()), 1, /dữ liệu đã bị sửa/],
      [await extend('good.xml', 'x.xml', '--level', 'lt'), 2, /không có đường dẫn/],
      [await extend('good.xml', 'x.xml', '--level', 'lta', ...trusting()), 64, /--tsa/],
      [await extend('noise.xml', 'x.xml', '--level', 'lt', ...trusting()), 3, /không phải tệp XML/],
      [await extend('none.xml', 'x.xml', '--level', 'lt', ...trusting()), 3, /Không tìm thấy tệp/],
    ] as const;
    for (const [{ status, said }, code, message] of cases) {
      assert.equal(status, code, said);
      assert.match(said, message);
    }
    assert.throws(() => readFileSync(path('x.xml')));
    const usage = (file: string, ...more: string[]) => assert.rejects(extend(file, 'good.xml', ...more), UsageError);
    await usage('good.xml', '--level', 'lt');
    await usage('good.xml', '--level', 'b');
  });
});
