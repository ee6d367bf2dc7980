import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { CertificateOrder } from '../../scripts/demo/certificate-office.ts';
import { Refusal } from '../../scripts/demo/http-client.ts';
import { linkCredential } from '../../scripts/demo/signing-office.ts';
import { createTestAuthority } from '../../simulators/certificate-authority/test-authority.ts';
import { writePkcs12 } from '../../simulators/certificate-authority/write-pkcs12.ts';
import type { SchoolPeople } from '../../simulators/sector-database/index.ts';
import { readySheets, type Signatory, signatory, start } from './world/acts.ts';
import { fillSmallSchool, homeroomTeacher, type SmallSchool } from './world/small-school.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

const DAY = 86_400_000;
let world: StoryWorld;
let school: SmallSchool;
let person: SchoolPeople['principal'];
let teacher: Signatory;
let sealClerk: Signatory;

before(async () => {
  world = await startStoryWorld({ purpose: 'unfit', without: ['province', 'ministry', 'portal'] });
  school = await fillSmallSchool(world, { carriedOver: true });
  person = homeroomTeacher(school, school.classes[0] ?? '');
  teacher = await signatory(world, person, 'homeroomTeacher');
  sealClerk = await signatory(world, school.people.sealClerk, 'organisationSeal');
});
after(() => world?.end());

const own = () => ({ commonName: person.fullName, organisation: school.schoolName });

const unfitToLink: readonly (readonly [string, () => Partial<CertificateOrder>, RegExp])[] = [
  ['of another person', () => ({ subject: { ...own(), commonName: 'Lê Thị Người Khác' } }), /không phải của/],
  [
    'of the same person at another school',
    () => ({ subject: { ...own(), organisation: 'Trường Khác' } }),
    /không phải Trường/,
  ],
  ['that is expired', () => ({ subject: own(), ...validity(-3, -1) }), /hết hạn/],
  ['that is not yet valid', () => ({ subject: own(), ...validity(1, 9) }), /chưa đến ngày có hiệu lực/],
  ['for another use', () => ({ subject: own(), kind: 'wrongUsage' }), /không dùng để ký được/],
];

for (const [what, order, sentence] of unfitToLink) {
  test(`a certificate ${what} cannot be linked`, async () => {
    const before = await credentialOf(person.staffId);
    assert.match(await linkWith(order()), sentence);
    assert.deepEqual(await credentialOf(person.staffId), before);
  });
}

test('a certificate that expires after it was linked is refused when an act begins', async () => {
  const notAfter = new Date(Date.now() + 4000);
  assert.equal(await linkWith({ subject: own(), notAfter: notAfter.toISOString() }), '');
  await wait(Math.max(0, notAfter.getTime() - Date.now()) + 1100);
  await refusedToStart(teacher, /hết hạn/);
});

test('a certificate that is revoked after it was linked is refused when an act begins', async () => {
  assert.equal(await linkWith({ subject: own() }), '');
  const { serialNumber } = await issue({ subject: own() }, 'latest');
  await world.certificates.revoke(serialNumber);
  await refusedToStart(teacher, /thu hồi/);
});

test('when nothing can be learnt of its standing, it is not believed to be good', async () => {
  assert.equal(await linkWith({ subject: own() }), '');
  await world.processes.school.restart();
  await world.certificates.faults({ ocspDown: true, crlDown: true });
  await refusedToStart(teacher, /Chưa kiểm tra được trạng thái/);
  await world.certificates.faults({ ocspDown: false, crlDown: false });
  const sheets = (await readySheets(teacher, school.schoolYear)).slice(0, 1);
  assert.match(await start(world, teacher, sheets), /^[0-9a-f-]{36}$/);
});

const unfitSeals: readonly (readonly [string, () => Promise<Uint8Array>, RegExp])[] = [
  [
    'the certificate of the principal',
    () => keyFile({ commonName: school.people.principal.fullName }),
    /không phải con dấu/,
  ],
  [
    'the seal of another school',
    () => keyFile({ commonName: 'Trường Tiểu học Khác', organisation: 'Trường Tiểu học Khác' }),
    /không phải con dấu/,
  ],
  ['a seal that is expired', () => keyFile({}, validity(-3, -1)), /hết hạn/],
  ['a seal of an authority nobody knows', strangersSeal, /không do tổ chức chứng thực được chấp nhận/],
];

for (const [what, file, sentence] of unfitSeals) {
  test(`${what} is refused as the school’s seal`, async () => {
    const before = await credentialOf(school.schoolId);
    const bytes = await file();
    const given = sealClerk.client.upload(
      '/api/signing/seal',
      { name: 'con-dau.p12', bytes },
      { password: 'mật khẩu' },
    );
    await assert.rejects(given, refusal(403, sentence));
    assert.deepEqual(await credentialOf(school.schoolId), before);
  });
}

test('no phone was asked and nothing was signed', async () => {
  const asked = 'select count(*) from authorisation where state <> $1';
  assert.equal(await world.look('remoteSigning').count(asked, ['pending']), 0);
  assert.equal(await world.look('school').count('select count(*) from signature'), 0);
});

function validity(fromDays: number, toDays: number) {
  const day = (count: number) => new Date(Date.now() + count * DAY).toISOString();
  return { notBefore: day(fromDays), notAfter: day(toDays) };
}

let latest = 0;

/** A certificate for the teacher's own key at the signing service; `latest` is the one issued before. */
async function issue(order: Partial<CertificateOrder>, which: 'new' | 'latest' = 'new') {
  const [key] = await world
    .look('remoteSigning')
    .rows<{ credential_id: string; public_key: Buffer }>(
      'select credential_id, public_key from credential where user_id = $1',
      [teacher.userId],
    );
  if (!key) throw new Error('the teacher has no key');
  if (which === 'new') latest += 1;
  const publicKey = key.public_key.toString('base64');
  const issued = await world.certificates.issue({
    kind: 'staff',
    subject: {},
    publicKey,
    requestId: `unfit-cert-${latest}`,
    ...order,
  });
  return { ...issued, credentialId: key.credential_id };
}

/** Links anew with such a certificate; the sentence the person reads, empty when it was taken. */
async function linkWith(order: Partial<CertificateOrder>): Promise<string> {
  const { credentialId, certificate, chain } = await issue(order);
  await world.signing.installCertificate(credentialId, [certificate, ...chain]);
  await linkCredential(teacher.client, { userId: teacher.userId, pin: world.secrets.pin });
  const { sentence } = await teacher.client.get<{ sentence: string | null }>('/api/signing/remote/link-problem');
  return sentence ?? '';
}

async function refusedToStart(by: Signatory, sentence: RegExp): Promise<void> {
  const sheets = (await readySheets(by, school.schoolYear)).slice(0, 2);
  assert.equal(sheets.length, 2);
  const acts = await world.look('school').count('select count(*) from signing_session');
  await assert.rejects(start(world, by, sheets), refusal(403, sentence));
  assert.equal(await world.look('school').count('select count(*) from signing_session'), acts);
}

function refusal(status: number, sentence: RegExp) {
  return (error: unknown) => error instanceof Refusal && error.status === status && sentence.test(error.message);
}

function keyFile(subject: Record<string, string>, dates: Partial<CertificateOrder> = {}): Promise<Uint8Array> {
  const holder = { commonName: school.schoolName, organisation: school.schoolName, ...subject };
  return world.certificates.keyFile({ kind: 'seal', subject: holder, password: 'mật khẩu', ...dates });
}

async function strangersSeal(): Promise<Uint8Array> {
  const identity = createTestAuthority({ at: Date.now() }).issue({
    kind: 'seal',
    commonName: school.schoolName,
    subject: [['organisation', school.schoolName]],
  });
  return writePkcs12({ ...identity, friendlyName: 'THỬ NGHIỆM' }, 'mật khẩu');
}

function credentialOf(staffId: string) {
  return world
    .look('school')
    .rows('select credential_id, certificate, registered_at from signing_credential where staff_id = $1', [staffId]);
}
