import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { SampleSchool, writeTrustDirectory } from '../../../tests/samples/make-samples.ts';
import { verifyTime } from '../../../tests/samples/sample-authority.ts';
import { readTrustDirectory } from './node-trust-directory.ts';
import { nodeVerifyTools } from './node-verify-tools.ts';
import { verifyRecordFile } from './verify-record.ts';

const school = new SampleSchool();
const encoder = new TextEncoder();
const verify = (bytes: Uint8Array) => verifyRecordFile(bytes, school.trust(), { ...nodeVerifyTools, at: verifyTime });

describe('when a file is no record', () => {
  const files: Readonly<Record<string, string>> = {
    empty: '',
    text: 'Học bạ',
    'another XML': '<?xml version="1.0"?><note>Học bạ</note>',
    'an entity bomb': '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>',
    'a broken PDF': '%PDF-1.7\nnothing\n%%EOF\n',
  };
  for (const [about, text] of Object.entries(files)) {
    it(`${about} is unreadable, in one sentence`, async () => {
      const report = await verify(encoder.encode(text));
      assert.equal(report.outcome, 'unreadable');
      assert.ok(report.sentence.endsWith('.'), report.sentence);
      assert.deepEqual(report.checks, []);
    });
  }

  it('a thousand claimed signatures in a file that does not parse cost nothing', async () => {
    const hostile = `<HocBa xmlns="urn:vn:hocba:1.0"><ThongTin <KetQua <NhanXet <ChuKy>${'URI="#kq" sig-cn '.repeat(100_000)}`;
    const started = performance.now();
    const { outcome } = await verify(encoder.encode(hostile));
    assert.equal(outcome, 'invalid');
    assert.ok(performance.now() - started < 2_000);
  });
});

describe('when a record is cut off', () => {
  it('it is never valid, wherever it ends', async () => {
    for (const whole of [school.xml(), await school.pdf()]) {
      for (let share = 0.02; share < 1; share += 0.07) {
        const { outcome } = await verify(whole.slice(0, Math.floor(whole.length * share)));
        assert.ok(outcome === 'invalid' || outcome === 'unreadable', `${share}: ${outcome}`);
      }
    }
  });

  it('or has something after its end', async () => {
    for (const whole of [school.xml(), await school.pdf()]) {
      for (const tail of ['x', ' ', '\n', '<!-- -->', '\n%%EOF\n']) {
        const more = new Uint8Array([...whole, ...encoder.encode(tail)]);
        assert.notEqual((await verify(more)).outcome, 'valid', JSON.stringify(tail));
      }
    }
  });
});

describe('when a trust directory is read', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hocba-trust-'));
  after(() => rmSync(directory, { recursive: true, force: true }));

  it('it holds what was written', () => {
    const trust = school.trust();
    writeTrustDirectory(directory, trust);
    const read = readTrustDirectory(directory);
    assert.deepEqual(read, trust);
  });

  it('a broken file is named with what to do', () => {
    const broken: readonly [string, string, RegExp][] = [
      ['anchors/2.pem', 'no certificate', /anchors\/2\.pem” \(pem-malformed/],
      [
        'intermediates/2.pem',
        '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
        /intermediates\/2\.pem/,
      ],
      ['ocsps/1.ocsp', 'no answer', /ocsps\/1\.ocsp/],
      ['issuers.json', '{', /issuers\.json” không phải JSON/],
      ['issuers.json', '{"issuers":[{"schoolId":"1"}]}', /phải có dạng/],
    ];
    for (const [file, text, says] of broken) {
      const copy = join(directory, file.replaceAll(/\W/g, '-'));
      writeTrustDirectory(copy, school.trust());
      writeFileSync(join(copy, file), text);
      assert.throws(() => readTrustDirectory(copy), { name: 'TrustDirectoryError', message: says });
    }
  });
});
