import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrimaryYearSheet, SignatorySlot } from '@hocba/record';
import { encodePem } from '@hocba/signature';
import type { CheckCode, CheckName, LogEvidence, StatusEvidence, Trust } from '@hocba/verify';
import { sampleSheet } from '../../packages/record/testing/sample-sheet.ts';
import { SampleAuthority, type SampleIdentity, sampleTime } from './sample-authority.ts';
import { renderRecord, sealRendition } from './seal-rendition.ts';
import { identitiesFor, type SlotFault, signRecord } from './sign-record.ts';

const hour = 3_600_000;
const sheet = sampleSheet;
const school = sheet.school.name;
const principal = { commonName: 'Trần Minh Đức', organisation: school };

/** One authority and one school for all samples; each broken one differs from the good ones in one thing. */
export class SampleSchool {
  readonly authority = new SampleAuthority();
  readonly stranger = new SampleAuthority();
  readonly identities: ReadonlyMap<SignatorySlot, SampleIdentity> = identitiesFor(sheet, this.authority);

  get seal(): SampleIdentity {
    const seal = this.identities.get('organisationSeal');
    if (!seal) throw new Error('the sample sheet has no seal');
    return seal;
  }

  trust(): Trust {
    return this.authority.trust({ schoolId: sheet.school.schoolId, seals: [this.seal] });
  }

  xml(of: { sheet?: PrimaryYearSheet; faults?: { [slot in SignatorySlot]?: SlotFault }; slots?: SignatorySlot[] } = {}) {
    const { authority, identities } = this;
    return signRecord({ sheet, authority, identities, ...of });
  }

  async pdf(of: { certify?: boolean; timestamp?: 'none'; shown?: PrimaryYearSheet; seal?: SampleIdentity } = {}) {
    const { shown, ...sealing } = of;
    const pdf = await renderRecord({ recordXml: this.xml(), ...(shown ? { shown } : {}) });
    return sealRendition({ pdf, seal: this.seal, authority: this.authority, ...sealing });
  }
}

/** A record with one thing wrong, and the one check that says so. */
export interface BrokenSample {
  readonly name: string;
  /** Vietnamese: what is wrong with it. */
  readonly wrong: string;
  readonly check: CheckName;
  readonly outcome: 'failed' | 'indeterminate';
  readonly code: CheckCode;
  make(school: SampleSchool): Promise<Uint8Array> | Uint8Array;
  /** Where the verifier is told something else than usual. */
  readonly trust?: (school: SampleSchool) => Trust;
  readonly log?: LogEvidence;
  readonly status?: StatusEvidence;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

function replaced(xml: Uint8Array, from: string | RegExp, to: string): Uint8Array {
  const text = decoder.decode(xml);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to replace: ${from}`);
  return encoder.encode(changed);
}

function withPrincipal(fault: SlotFault): { faults: { principal: SlotFault } } {
  return { faults: { principal: fault } };
}

export const brokenSamples: readonly BrokenSample[] = [
  {
    name: 'written-again',
    wrong: 'khai báo XML viết bằng nháy đơn: tệp đã bị chương trình khác ghi lại',
    check: 'schema-valid',
    outcome: 'failed',
    code: 'not-canonical',
    make: (of) => replaced(of.xml(), '<?xml version="1.0" encoding="UTF-8"?>', "<?xml version='1.0' encoding='UTF-8'?>"),
  },
  {
    name: 'comment-changed',
    wrong: 'lời nhận xét của một môn bị sửa sau khi ký',
    check: 'content-intact',
    outcome: 'failed',
    code: 'part-changed',
    make: (of) => replaced(of.xml(), 'Cần phát huy', 'Rất tốt'),
  },
  {
    name: 'signed-by-another-key',
    wrong: 'con dấu ký bằng khoá không phải của chứng thư',
    check: 'signature-valid',
    outcome: 'failed',
    code: 'signature-wrong',
    make: (of) => of.xml({ faults: { organisationSeal: { wrongKey: true } } }),
  },
  {
    name: 'remarks-not-covered',
    wrong: 'chữ ký của hiệu trưởng không phủ phần nhận xét',
    check: 'signature-scope',
    outcome: 'failed',
    code: 'scope-wrong',
    make: (of) => of.xml(withPrincipal({ covers: ['tt', 'kq', 'sv-cn'] })),
  },
  {
    name: 'another-policy',
    wrong: 'chữ ký nêu chính sách ký khác',
    check: 'signature-scope',
    outcome: 'failed',
    code: 'policy-wrong',
    make: (of) => of.xml(withPrincipal({ policy: { id: 'urn:example:policy', digest: new Uint8Array(32) } })),
  },
  {
    name: 'another-commitment',
    wrong: 'hiệu trưởng cam kết việc của người tạo lập',
    check: 'signature-scope',
    outcome: 'failed',
    code: 'policy-wrong',
    make: (of) => of.xml(withPrincipal({ commitment: 'ProofOfCreation' })),
  },
  {
    name: 'without-seal',
    wrong: 'chưa có con dấu của trường',
    check: 'signatures-complete',
    outcome: 'failed',
    code: 'signature-missing',
    make: (of) => of.xml({ slots: ['homeroomTeacher', 'principal'] }),
  },
  {
    name: 'signatures-out-of-order',
    wrong: 'chữ ký đặt sai thứ tự trong tệp',
    check: 'signatures-complete',
    outcome: 'failed',
    code: 'order-wrong',
    make: (of) => of.xml({ slots: ['principal', 'homeroomTeacher', 'organisationSeal'] }),
  },
  {
    name: 'certificate-not-yet-valid',
    wrong: 'chứng thư của hiệu trưởng có hiệu lực sau ngày ký',
    check: 'certificate-trusted',
    outcome: 'failed',
    code: 'certificate-expired',
    make: (of) =>
      of.xml(withPrincipal({ identity: of.authority.issueTo({ ...principal, notBefore: sampleTime + 24 * hour }) })),
  },
  {
    name: 'certificate-of-a-stranger',
    wrong: 'chứng thư của hiệu trưởng do tổ chức lạ cấp',
    check: 'certificate-trusted',
    outcome: 'indeterminate',
    code: 'chain-not-found',
    make: (of) => of.xml(withPrincipal({ identity: of.stranger.issueTo(principal) })),
  },
  {
    name: 'certificate-for-something-else',
    wrong: 'chứng thư của hiệu trưởng không dùng để ký văn bản',
    check: 'certificate-trusted',
    outcome: 'indeterminate',
    code: 'certificate-unfit',
    make: (of) => of.xml(withPrincipal({ identity: of.authority.issueTo({ ...principal, kind: 'wrongUsage' }) })),
  },
  {
    name: 'certificate-revoked-before',
    wrong: 'chứng thư của hiệu trưởng bị thu hồi trước khi ký',
    check: 'certificate-not-revoked',
    outcome: 'failed',
    code: 'certificate-revoked',
    make(of) {
      const identity = of.authority.issueTo(principal);
      of.authority.revoke(identity.certificate, sampleTime - hour, 'keyCompromise');
      return of.xml(withPrincipal({ identity }));
    },
  },
  {
    name: 'without-revocation-lists',
    wrong: 'người kiểm tra không có CRL hay OCSP nào',
    check: 'certificate-not-revoked',
    outcome: 'indeterminate',
    code: 'revocation-unknown',
    make: (of) => of.xml(),
    trust: (of) => ({ ...of.trust(), crls: [] }),
  },
  {
    name: 'timestamp-of-another',
    wrong: 'dấu thời gian chép từ chữ ký khác',
    check: 'timestamp-valid',
    outcome: 'failed',
    code: 'timestamp-wrong',
    make: (of) => of.xml(withPrincipal({ timestamp: 'ofAnother' })),
  },
  {
    name: 'without-timestamp',
    wrong: 'chữ ký của hiệu trưởng không có dấu thời gian',
    check: 'timestamp-valid',
    outcome: 'indeterminate',
    code: 'timestamp-missing',
    make: (of) => of.xml(withPrincipal({ timestamp: 'none' })),
  },
  {
    name: 'sealed-before-the-principal',
    wrong: 'theo dấu thời gian, con dấu có trước chữ ký của hiệu trưởng',
    check: 'timestamp-valid',
    outcome: 'failed',
    code: 'order-wrong',
    make: (of) => of.xml({ faults: { organisationSeal: { timestampAt: sampleTime + 2 * 60_000 } } }),
  },
  {
    name: 'name-of-another',
    wrong: 'chứng thư ở vị trí hiệu trưởng mang tên người khác',
    check: 'signer-authorised',
    outcome: 'failed',
    code: 'name-differs',
    make: (of) => of.xml(withPrincipal({ identity: of.authority.issueTo({ ...principal, commonName: 'Lê Văn Khác' }) })),
  },
  {
    name: 'of-another-school',
    wrong: 'chứng thư của hiệu trưởng thuộc trường khác',
    check: 'signer-authorised',
    outcome: 'failed',
    code: 'school-differs',
    make: (of) =>
      of.xml(withPrincipal({ identity: of.authority.issueTo({ ...principal, organisation: 'Trường Tiểu học Khác' }) })),
  },
  {
    name: 'role-of-another',
    wrong: 'chữ ký ở vị trí hiệu trưởng tự nêu vai trò giáo viên chủ nhiệm',
    check: 'signer-authorised',
    outcome: 'failed',
    code: 'role-differs',
    make: (of) => of.xml(withPrincipal({ role: 'GVCN' })),
  },
  {
    name: 'seal-not-approved',
    wrong: 'con dấu mang tên trường nhưng không thuộc danh sách được phê duyệt',
    check: 'signer-authorised',
    outcome: 'failed',
    code: 'seal-not-approved',
    make(of) {
      const identity = of.authority.issueTo({ commonName: school, organisation: school, kind: 'seal' });
      return of.xml({ faults: { organisationSeal: { identity } } });
    },
  },
  {
    name: 'without-list-of-seals',
    wrong: 'người kiểm tra không có danh sách con dấu được phê duyệt',
    check: 'signer-authorised',
    outcome: 'indeterminate',
    code: 'issuers-unknown',
    make: (of) => of.xml(),
    trust(of) {
      const { issuers: _, ...rest } = of.trust();
      return rest;
    },
  },
  {
    name: 'result-against-the-rules',
    wrong: 'kết luận “Hoàn thành” cho em mà mọi môn, mọi phẩm chất đều tốt',
    check: 'results-follow-rules',
    outcome: 'failed',
    code: 'rule-broken',
    make: (of) => of.xml({ sheet: { ...sheet, conclusion: { ...sheet.conclusion, educationResult: 'completed', commendations: [] } } }),
  },
  {
    name: 'pdf-not-certified',
    wrong: 'con dấu trên PDF không khoá tệp',
    check: 'pdf-signature-valid',
    outcome: 'failed',
    code: 'pdf-not-sealed',
    make: (of) => of.pdf({ certify: false }),
  },
  {
    name: 'pdf-shows-other-text',
    wrong: 'PDF in tên học sinh khác với dữ liệu gốc',
    check: 'pdf-matches-xml',
    outcome: 'failed',
    code: 'text-differs',
    make: (of) => of.pdf({ shown: { ...sheet, student: { ...sheet.student, fullName: 'Thạch Thị Ngọc Anh' } } }),
  },
  {
    name: 'log-shows-another-file',
    wrong: 'nhật ký công khai ghi một tệp khác',
    check: 'logged',
    outcome: 'failed',
    code: 'log-differs',
    make: (of) => of.xml(),
    log: { logName: 'nhật ký thử nghiệm', xmlSha256: '0'.repeat(64) },
  },
  {
    name: 'recalled',
    wrong: 'học bạ đã bị thu hồi',
    check: 'not-recalled',
    outcome: 'failed',
    code: 'recalled',
    make: (of) => of.xml(),
    status: { state: 'recalled', asOf: '2026-06-01T00:00:00Z' },
  },
  {
    name: 'replaced',
    wrong: 'học bạ đã được thay thế',
    check: 'not-recalled',
    outcome: 'failed',
    code: 'replaced',
    make: (of) => of.xml(),
    status: { state: 'replaced', asOf: '2026-06-01T00:00:00Z' },
  },
];

/** Writes a trust as the directory that `hocba verify --trust` reads. */
export function writeTrustDirectory(directory: string, trust: Trust): void {
  const folders = { anchors: trust.anchors, intermediates: trust.intermediates, crls: trust.crls, ocsps: trust.ocsps };
  for (const [folder, files] of Object.entries(folders)) {
    mkdirSync(join(directory, folder), { recursive: true });
    files.forEach((der, index) => {
      const isCertificate = folder === 'anchors' || folder === 'intermediates';
      const extension = isCertificate ? 'pem' : folder.slice(0, -1);
      writeFileSync(join(directory, folder, `${index + 1}.${extension}`), isCertificate ? encodePem(der) : der);
    });
  }
  if (!trust.issuers) return;
  writeFileSync(join(directory, 'issuers.json'), JSON.stringify({ asOf: trust.issuersAsOf, issuers: trust.issuers }, null, 2));
}

/** `node tests/samples/make-samples.ts DIRECTORY`: good and broken records with notes, and the trust to check them by. */
async function writeSamples(directory: string): Promise<void> {
  const of = new SampleSchool();
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'good.xml'), of.xml());
  writeFileSync(join(directory, 'good.pdf'), await of.pdf());
  const notes = ['| Tệp | Sai ở đâu | Phép kiểm tra nói ra |', '|---|---|---|'];
  for (const sample of brokenSamples) {
    const bytes = await sample.make(of);
    const file = `${sample.name}.${bytes[0] === '%'.charCodeAt(0) ? 'pdf' : 'xml'}`;
    writeFileSync(join(directory, file), bytes);
    notes.push(`| ${file} | ${sample.wrong} | ${sample.check} |`);
  }
  writeFileSync(join(directory, 'NOTES.md'), `${notes.join('\n')}\n`);
  writeTrustDirectory(join(directory, 'trust'), of.trust());
}

if (import.meta.main) {
  const [directory] = process.argv.slice(2);
  if (directory === undefined) throw new Error('usage: node tests/samples/make-samples.ts DIRECTORY');
  await writeSamples(directory);
}
