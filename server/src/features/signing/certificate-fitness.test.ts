import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PathReport } from '@hocba/signature';
import { issueCertificate } from '../../../../simulators/certificate-authority/issue-certificate.ts';
import { generateKey } from '../../../../simulators/certificate-authority/keys.ts';
import { createTestAuthority, newSerialNumber } from '../../../../simulators/certificate-authority/test-authority.ts';
import { certificateFitness } from './certificate-fitness.ts';

const school = 'Trường Tiểu học Hương Sen';
const authority = createTestAuthority({ at: Date.now() });

function fitness(of: { name?: string; organisation?: string; sub?: string; indication?: string; forSeal?: boolean }) {
  const { name = 'Nguyễn Thị Mai', organisation = school, forSeal = false } = of;
  const certificate = certificateOf(name, organisation);
  const path = { indication: of.indication ?? (of.sub ? 'failed' : 'passed'), subIndication: of.sub } as PathReport;
  return certificateFitness({
    certificate,
    path,
    expectedName: forSeal ? school : 'Nguyễn Thị Mai',
    schoolName: school,
    forSeal,
  });
}

const refusals: readonly (readonly [string, Parameters<typeof fitness>[0], RegExp])[] = [
  ['revoked', { sub: 'REVOKED' }, /bị thu hồi/],
  ['revoked, without a proof of time', { sub: 'REVOKED_NO_POE' }, /bị thu hồi/],
  ['expired', { sub: 'EXPIRED' }, /hết hạn/],
  ['out of its dates', { sub: 'OUT_OF_BOUNDS_NO_POE' }, /hết hạn/],
  ['not yet valid', { sub: 'NOT_YET_VALID' }, /chưa đến ngày/],
  ['of an authority nobody knows', { sub: 'NO_CERTIFICATE_CHAIN_FOUND' }, /không do tổ chức chứng thực được chấp nhận/],
  ['of a standing nobody can tell now', { sub: 'TRY_LATER', indication: 'indeterminate' }, /Chưa kiểm tra được/],
  ['for another use', { sub: 'CHAIN_CONSTRAINTS_FAILURE', indication: 'indeterminate' }, /không dùng để ký được/],
  ['undecided for no reason given', { indication: 'indeterminate' }, /không dùng để ký được/],
  ['of another person', { name: 'Nguyễn Thị Mây' }, /“Nguyễn Thị Mây”, không phải của Nguyễn Thị Mai/],
  ['without diacritics', { name: 'Nguyen Thi Mai' }, /không phải của/],
  ['of another school', { organisation: 'Trường Tiểu học Khác' }, /không phải Trường Tiểu học Hương Sen/],
  ['of a person, as a seal', { forSeal: true }, /không phải con dấu/],
];

for (const [what, of, sentence] of refusals) {
  test(`a certificate ${what} is refused, with what to do`, () => {
    const permission = fitness(of);
    assert.ok(!permission.allowed);
    assert.match(permission.sentence, sentence);
  });
}

test('the person’s own certificate is fit, however its name is spaced, composed or capitalised', () => {
  for (const name of ['Nguyễn Thị Mai', ' nguyễn  thị mai ', 'NGUYỄN THỊ MAI', 'Nguyễn Thị Mai'.normalize('NFD')]) {
    assert.deepEqual(fitness({ name }), { allowed: true });
  }
  assert.deepEqual(fitness({ name: school, forSeal: true }), { allowed: true });
});

function certificateOf(commonName: string, organisation: string): Uint8Array {
  const now = Date.now();
  return issueCertificate(
    {
      kind: 'staff',
      subject: [
        ['organisation', organisation],
        ['commonName', commonName],
      ],
      spki: generateKey('p-256').spki,
      serialNumber: newSerialNumber(),
      notBefore: now,
      notAfter: now + 86_400_000,
    },
    authority.authority,
  );
}
