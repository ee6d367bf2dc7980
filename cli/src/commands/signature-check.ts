import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { understood } from '../arguments/understood.ts';
import { checkEach } from '../signature-check/check-each.ts';
import { etsiReport } from '../signature-check/etsi-report.ts';
import { mayHoldSignature } from '../signature-check/file-kind.ts';
import { jobFrom } from '../signature-check/job-from.ts';
import { signatureText } from '../signature-check/report-text.ts';
import type { SignatureFileReport } from '../signature-check/signature-report.ts';
import { UsageError } from '../usage-error.ts';
import { exitCodeOf } from '../verification/exit-code.ts';
import { findFiles } from '../verification/find-files.ts';
import { write } from '../write.ts';
import { signatureCheckHelp } from './signature-check-help.ts';

/** `hocba signature check FILE… [--trust …]` (`extend`: see there): 0 valid, 1 invalid, 2 indeterminate or unsigned, 3 unreadable. */
export async function signature([verb, ...args]: readonly string[]): Promise<number> {
  if (verb === 'extend') return (await import('./signature-extend.ts')).signatureExtend(args);
  const asked = verb === undefined ? [] : [verb, ...args];
  if (asked.includes('--help') || asked.includes('-h')) return write(signatureCheckHelp).then(() => 0);
  if (verb !== 'check') throw new UsageError('Hãy dùng “hocba signature check TỆP --trust …” hoặc “extend”.');
  const { values, positionals: files } = parsed(args);
  if (files.length === 0) throw new UsageError(`Thiếu tệp cần kiểm tra. ${seeHelp}`);
  requireKnownForm(values);
  const job = await jobFrom(values);
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
  'list-signer': many,
  ...{ at: text, policy: text, report: text, online: flag, json: flag },
} as const;

const seeHelp = 'Gõ “hocba help signature” để xem cách dùng.';

const parsed = (args: readonly string[]) =>
  understood(seeHelp, () => parseArgs({ args: [...args], options, allowPositionals: true }));

type Values = ReturnType<typeof parsed>['values'];

function written(file: string, report: SignatureFileReport, { json, report: form }: Values): string {
  if (form === 'etsi-json') {
    return `${JSON.stringify({ file, outcome: report.outcome, ...etsiReport(report) })}\n`;
  }
  return json ? `${JSON.stringify({ file, ...report })}\n` : signatureText(file, report);
}

function requireKnownForm({ report }: Values): void {
  if (report === undefined || report === 'etsi-json') return;
  throw new UsageError(`--report “${report}” phải là etsi-json. ${seeHelp}`);
}
