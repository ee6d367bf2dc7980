import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { parseValidationPolicy } from '@hocba/signature';
import { readTrustFiles } from '../certificate-check/read-trust-files.ts';
import { inTrustLayout } from '../certificate-check/trust-layout.ts';
import { checkEach } from '../signature-check/check-each.ts';
import type { CheckJob } from '../signature-check/check-job.ts';
import { etsiReport } from '../signature-check/etsi-report.ts';
import { mayHoldSignature } from '../signature-check/file-kind.ts';
import { readDatedAnchors } from '../signature-check/read-dated-anchors.ts';
import { signatureText } from '../signature-check/report-text.ts';
import type { SignatureFileReport } from '../signature-check/signature-report.ts';
import { UsageError } from '../usage-error.ts';
import { exitCodeOf } from '../verification/exit-code.ts';
import { findFiles } from '../verification/find-files.ts';
import { write } from '../write.ts';
import { signatureCheckHelp } from './signature-check-help.ts';

/** `hocba signature check FILE… [--trust …]`: 0 valid, 1 invalid, 2 indeterminate or unsigned, 3 unreadable. */
export async function signature([verb, ...args]: readonly string[]): Promise<number> {
  const asked = verb === undefined ? [] : [verb, ...args];
  if (asked.includes('--help') || asked.includes('-h')) return write(signatureCheckHelp).then(() => 0);
  if (verb !== 'check') throw new UsageError('Hãy dùng “hocba signature check TỆP --trust …”.');
  const { values, positionals: files } = parsed(args);
  if (files.length === 0) throw new UsageError(`Thiếu tệp cần kiểm tra. ${seeHelp}`);
  const job = jobOf(values);
  const outcomes = { valid: 0, invalid: 0, indeterminate: 0, unsigned: 0, unreadable: 0 };
  for await (const { file, report } of checkEach(findFiles(files, mayHoldSignature), job, availableParallelism())) {
    outcomes[report.outcome] += 1;
    await write(written(file, report, values));
  }
  return exitCodeOf({ ...outcomes, indeterminate: outcomes.indeterminate + outcomes.unsigned });
}

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true, default: [] as string[] } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  ...{ trust: many, certificates: many, crls: many, ocsp: many, detached: many },
  ...{ at: text, policy: text, report: text, online: flag, json: flag },
} as const;

const seeHelp = 'Gõ “hocba help signature” để xem cách dùng.';

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Tham số sai (${why}). ${seeHelp}`);
  }
}

type Values = ReturnType<typeof parsed>['values'];

function written(file: string, report: SignatureFileReport, { json, report: form }: Values): string {
  if (form === 'etsi-json') {
    return `${JSON.stringify({ file, outcome: report.outcome, ...etsiReport(report) })}\n`;
  }
  return json ? `${JSON.stringify({ file, ...report })}\n` : signatureText(file, report);
}

function jobOf(values: Values): CheckJob {
  if (values.report !== undefined && values.report !== 'etsi-json') {
    throw new UsageError(`--report “${values.report}” phải là etsi-json. ${seeHelp}`);
  }
  const given = inTrustLayout({ ...values, intermediates: values.certificates });
  return {
    ...{ anchors: readDatedAnchors(given.trust), at: timeOf(values.at), online: values.online },
    material: {
      certificates: readTrustFiles(given.intermediates, 'certificates'),
      crls: readTrustFiles(given.crls, 'crls'),
      ocsps: readTrustFiles(given.ocsp, 'ocsps'),
    },
    detached: values.detached.map(detachedFile),
    ...(values.policy !== undefined && { policy: policyText(values.policy) }),
  };
}

function timeOf(given: string | undefined): number {
  const at = given === undefined ? Date.now() : Date.parse(given);
  if (Number.isFinite(at)) return at;
  throw new UsageError(`--at “${given}” không phải thời điểm; viết như 2026-06-01T08:00:00+07:00.`);
}

function detachedFile(path: string) {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new UsageError(`Không có tệp “${path}”.`);
  return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
}

/** Read here as well, so that one sentence is said about a wrong one and not one by every worker. */
function policyText(path: string): string {
  try {
    const json = readFileSync(path, 'utf8');
    parseValidationPolicy(json);
    return json;
  } catch (error) {
    throw new UsageError(`Không đọc được tệp quy định “${path}” (${error instanceof Error ? error.message : error}).`);
  }
}
