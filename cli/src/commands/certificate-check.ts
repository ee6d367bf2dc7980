import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CertificatePurpose } from '@hocba/signature';
import { readPolicyFile } from '../arguments/policy-file.ts';
import { timeOf } from '../arguments/time-of.ts';
import { understood } from '../arguments/understood.ts';
import type { CertificateReport } from '../certificate-check/certificate-report.ts';
import { type CertificateQuestion, judgeCertificate, unreadable } from '../certificate-check/judge-certificate.ts';
import { readAnchors } from '../certificate-check/read-anchors.ts';
import { readTrustFile, readTrustFiles } from '../certificate-check/read-trust-files.ts';
import { certificateText } from '../certificate-check/report-text.ts';
import { inTrustLayout } from '../certificate-check/trust-layout.ts';
import { UsageError } from '../usage-error.ts';
import { exitCodeOf } from '../verification/exit-code.ts';
import { write } from '../write.ts';
import { certificateCheckHelp } from './certificate-check-help.ts';

/** `hocba certificate check FILE… --trust …`: 0 valid, 1 invalid, 2 indeterminate, 3 unreadable. */
export async function certificate([verb, ...args]: readonly string[]): Promise<number> {
  const asked = verb === undefined ? [] : [verb, ...args];
  if (asked.includes('--help') || asked.includes('-h')) return write(certificateCheckHelp).then(() => 0);
  if (verb !== 'check') throw new UsageError('Hãy dùng “hocba certificate check TỆP --trust …”.');
  const { values, positionals: files } = parsed(args);
  if (files.length === 0) throw new UsageError(`Thiếu tệp chứng thư số cần kiểm tra. ${seeHelp}`);
  const question = await questionOf(values);
  const outcomes = { valid: 0, invalid: 0, indeterminate: 0, unreadable: 0 };
  for (const file of files) {
    const report = await reportOn(file, question);
    outcomes[report.outcome] += 1;
    await write(values.json ? `${JSON.stringify(report)}\n` : certificateText(report));
  }
  return exitCodeOf(outcomes);
}

/** The first certificate of the file is the one judged, the others help. */
async function reportOn(file: string, question: CertificateQuestion): Promise<CertificateReport> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return unreadable(file, 'no such file', question);
  if (!found.isFile()) return unreadable(file, 'a directory', question);
  const [leaf, ...more] = certificatesIn(file);
  if (leaf === undefined) return unreadable(file, 'no certificate in it', question);
  return judgeCertificate(file, leaf, { ...question, intermediates: [...more, ...question.intermediates] });
}

/** None where the file cannot be read: that is told in its report. */
function certificatesIn(file: string): readonly Uint8Array[] {
  try {
    return readTrustFile(file).certificates;
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  trust: many,
  'list-signer': many,
  intermediates: many,
  crls: many,
  ocsp: many,
  at: text,
  purpose: { type: 'string', default: 'any' },
  policy: text,
  'policy-oid': many,
  'require-explicit-policy': flag,
  'inhibit-any-policy': flag,
  'inhibit-policy-mapping': flag,
  'no-revocation': flag,
  json: flag,
} as const;

const seeHelp = 'Gõ “hocba help certificate” để xem cách dùng.';

const parsed = (args: readonly string[]) =>
  understood(seeHelp, () => parseArgs({ args: [...args], options, allowPositionals: true }));

type Values = ReturnType<typeof parsed>['values'];

async function questionOf(values: Values): Promise<CertificateQuestion> {
  const { trust = [], intermediates = [], crls = [], ocsp = [] } = values;
  const given = inTrustLayout({ trust, intermediates, crls, ocsp });
  const now = Date.now();
  const at = timeOf(values.at, now);
  const anchors = await readAnchors(given.trust, { at, listSigners: values['list-signer'] ?? [] });
  if (anchors.length === 0) throw new UsageError(`Thiếu --trust: chứng thư gốc được tin cậy. ${seeHelp}`);
  return {
    ...{ anchors, at, now: Math.max(now, at), purpose: purposeOf(values.purpose) },
    intermediates: readTrustFiles(given.intermediates, 'certificates'),
    crls: readTrustFiles(given.crls, 'crls'),
    ocsps: readTrustFiles(given.ocsp, 'ocsps'),
    revocation: values['no-revocation'] ? 'ignored' : 'required',
    ...policiesOf(values),
    ...(values.policy !== undefined && { policy: readPolicyFile(values.policy).policy }),
  };
}

function policiesOf(values: Values) {
  const oids = values['policy-oid'];
  const wrong = oids?.find((oid) => !/^[0-2](\.(0|[1-9]\d*))+$/.test(oid));
  if (wrong !== undefined) throw new UsageError(`--policy-oid “${wrong}” không phải mã chính sách, ví dụ 2.5.29.32.0.`);
  return {
    ...(oids && { acceptablePolicies: oids }),
    requireExplicitPolicy: values['require-explicit-policy'],
    inhibitAnyPolicy: values['inhibit-any-policy'],
    inhibitPolicyMapping: values['inhibit-policy-mapping'],
  };
}

const purposes: Readonly<Record<string, CertificatePurpose>> = {
  signing: 'documentSigning',
  timestamping: 'timeStamping',
  ocsp: 'ocspSigning',
  any: 'any',
};

function purposeOf(given: string): CertificatePurpose {
  const purpose = Object.hasOwn(purposes, given) ? purposes[given] : undefined;
  if (purpose !== undefined) return purpose;
  throw new UsageError(`--purpose “${given}” phải là signing, timestamping, ocsp hoặc any.`);
}
