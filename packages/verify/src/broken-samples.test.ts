import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { buildOcspRequest, parseCertificate } from '@hocba/signature';
import { brokenSamples, SampleSchool } from '../../../tests/samples/make-samples.ts';
import { sampleTime, verifyTime } from '../../../tests/samples/sample-authority.ts';
import { renderRecord, sealRendition } from '../../../tests/samples/seal-rendition.ts';
import { nodeVerifyTools } from './node.ts';
import type { Check, VerificationReport } from './report.ts';
import { verifyRecordFile } from './verify-record.ts';

const options = { ...nodeVerifyTools, at: verifyTime };
const school = new SampleSchool();

describe('when a record has nothing wrong', () => {
  it('its XML is valid, and what was not asked for is said', async () => {
    const report = await verifyRecordFile(school.xml(), school.trust(), options);
    assert.equal(report.outcome, 'valid', report.sentence);
    assert.match(report.sentence, /Chưa tra cứu trạng thái thu hồi/);
    assert.deepEqual(
      namesOf(report, ({ outcome }) => outcome !== 'passed'),
      ['logged', 'not-recalled'],
    );
    assert.ok(report.signatures.every(({ indication, level }) => indication === 'TOTAL_PASSED' && level === 'B-T'));
    assert.equal(report.record?.studentName, 'Thạch Thị Ngọc Ánh');
  });

  it('its PDF is valid, by the same bytes and by the same text', async () => {
    const pdf = await school.pdf();
    for (const more of [{ lookupBaseUrl: 'https://hocba.example/t/' }, {}]) {
      const report = await verifyRecordFile(pdf, school.trust(), { ...options, ...more });
      assert.equal(report.outcome, 'valid', report.sentence);
      assert.equal(report.signatures.at(-1)?.slot, 'pdfSeal');
    }
    const elsewhere = { ...options, lookupBaseUrl: 'https://other.example/t/' };
    const report = await verifyRecordFile(pdf, school.trust(), elsewhere);
    assert.equal(report.checks.find(({ name }) => name === 'pdf-matches-xml')?.code, 'lookup-address-differs');
  });

  it('a PDF that the principal certified before the school sealed it is valid', async () => {
    const { authority, seal, identities } = school;
    const principal = identities.get('principal');
    assert.ok(principal);
    const plain = await renderRecord({ recordXml: school.xml() });
    const certified = sealRendition({ pdf: plain, seal: principal, authority, fieldName: 'HieuTruong' });
    const pdf = sealRendition({ pdf: certified, seal, authority, certify: false, after: 90 });
    const report = await verifyRecordFile(pdf, school.trust(), options);
    assert.equal(report.outcome, 'valid', report.sentence);
    assert.deepEqual(
      report.signatures.slice(-2).map(({ slot }) => slot),
      ['principal', 'pdfSeal'],
    );
    const withoutSeal = await verifyRecordFile(certified, school.trust(), options);
    assert.deepEqual(
      namesOf(withoutSeal, ({ outcome }) => outcome === 'failed'),
      ['pdf-signature-valid'],
    );
  });

  it('OCSP responses serve as well as lists', async () => {
    const { authority, identities } = school;
    const issuer = parseCertificate(authority.authority.certificate);
    const certificates = [authority.tsa, ...identities.values()].map(({ certificate }) => certificate);
    const ocsps = certificates.map((der) => {
      const request = buildOcspRequest({ certificate: parseCertificate(der), issuer, crypto: nodeVerifyTools.crypto });
      return authority.ocsp(request, verifyTime);
    });
    const listOfRoot = authority.crls(verifyTime).slice(1);
    const trust = { ...school.trust(), crls: listOfRoot, ocsps };
    assert.equal((await verifyRecordFile(school.xml(), trust, options)).outcome, 'valid');
    const fewer = { ...trust, ocsps: ocsps.slice(1) };
    assert.equal((await verifyRecordFile(school.xml(), fewer, options)).outcome, 'indeterminate');
  });

  it('a certificate revoked after the signature changes nothing but is told', async () => {
    const identity = school.authority.issueTo({ commonName: 'Trần Minh Đức', organisation: 'Trường Tiểu học Sao Mai' });
    school.authority.revoke(identity.certificate, sampleTime + 86_400_000, 'superseded');
    const xml = school.xml({ faults: { principal: { identity } } });
    const report = await verifyRecordFile(xml, school.trust(), options);
    assert.equal(report.outcome, 'valid', report.sentence);
    const check = report.checks.find(({ name }) => name === 'certificate-not-revoked');
    assert.match(check?.details.join() ?? '', /bị thu hồi sau khi ký/);
  });
});

describe('when a record has one thing wrong, only the check for it says so', () => {
  for (const { name, check, code, outcome, make, trust, log, status } of brokenSamples) {
    it(`${name}: ${check} ${outcome} (${code})`, async () => {
      const bytes = await make(school);
      const evidence = { ...(log ? { log } : {}), ...(status ? { status } : {}) };
      const report = await verifyRecordFile(bytes, trust?.(school) ?? school.trust(), { ...options, ...evidence });
      const unusual = namesOf(report, (one) => one.outcome !== 'passed' && one.code !== 'not-asked');
      assert.deepEqual(unusual, [check], JSON.stringify(report.checks.filter((one) => one.outcome !== 'passed')));
      const found = report.checks.find((one) => one.name === check);
      assert.equal(found?.outcome, outcome);
      assert.equal(found?.code, code);
      assert.equal(report.outcome, outcome === 'failed' ? 'invalid' : 'indeterminate');
    });
  }

  it('every check has such a sample', () => {
    const files = readdirSync(join(import.meta.dirname, 'checks'));
    const checks = files.map((file) => file.replace(/\.ts$/, '')).filter((file) => !notChecks.has(file));
    const rejecting = new Set<string>(
      brokenSamples.filter((one) => one.outcome === 'failed').map(({ check }) => check),
    );
    assert.deepEqual(
      checks.filter((check) => !rejecting.has(check)),
      [],
    );
  });
});

const notChecks = new Set(['problem', 'sheet-unreadable']);

function namesOf({ checks }: VerificationReport, wanted: (check: Check) => boolean): readonly string[] {
  return checks.filter(wanted).map(({ name }) => name);
}
