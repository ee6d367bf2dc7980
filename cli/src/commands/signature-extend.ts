import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { understood } from '../arguments/understood.ts';
import { readFileBytes } from '../crew/read-file-bytes.ts';
import { jobFrom } from '../signature-check/job-from.ts';
import { unreadableSentence } from '../signature-check/unreadable-sentence.ts';
import { extendFile } from '../signature-extend/extend-file.ts';
import { refusalExitCode, refusalSentence } from '../signature-extend/refusal-sentence.ts';
import { TimestampMissing, timestampSource } from '../signature-extend/timestamp-source.ts';
import { UsageError } from '../usage-error.ts';
import { write } from '../write.ts';
import { signatureExtendHelp } from './signature-extend-help.ts';

/** EX_IOERR of sysexits. */
const brokenOff = 74;
const unreadable = 3;

/** `hocba signature extend FILE --level lt|lta --out FILE`: 0 written, 1 invalid, 2 indeterminate, 3 unreadable, 74 no token. */
export async function signatureExtend(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) return write(signatureExtendHelp).then(() => 0);
  const { file, out, level, order } = await readArguments(args);
  const bytes = await readFileBytes(file);
  if (typeof bytes === 'string') return end(unreadable, bytes);
  try {
    const outcome = await extendFile(bytes, { ...order, level });
    if (outcome === undefined) return end(unreadable, `“${file}” không phải tệp XML hay PDF.`);
    if ('refused' in outcome) return end(refusalExitCode(outcome.refused), refusalSentence(outcome.refused));
    if (order.job.anchors.length === 0) process.stderr.write(`hocba: ${withoutTrust}\n`);
    await writeWhole(out, outcome.file);
    const reached = outcome.judgements.map(({ evidence }) => `${evidence.id}: ${evidence.level}`);
    return write(`Đã ghi “${out}”; ${reached.join(', ')}.\n`).then(() => 0);
  } catch (error) {
    if (error instanceof TimestampMissing) return end(brokenOff, error.message);
    return end(unreadable, unreadableSentence(error));
  }
}

const withoutTrust = 'Không ghi --trust: bằng chứng đã đủ, nhưng nơi cấp có đáng tin hay không thì chưa được xét.';

function end(code: number, sentence: string): number {
  process.stderr.write(`hocba: ${sentence}\n`);
  return code;
}

/** Whole or not at all. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new UsageError(`Không ghi được tệp “${path}” (${error instanceof Error ? error.message : error}).`);
  }
}

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true, default: [] as string[] } as const;
const options = {
  ...{ level: text, out: text, at: text, policy: text, tsa: many },
  ...{ trust: many, 'list-signer': many, certificates: many, crls: many, ocsp: many, ocsps: many },
} as const;

const seeHelp = 'Gõ “hocba signature extend --help” để xem cách dùng.';
const levels: Readonly<Record<string, 'B-LT' | 'B-LTA'>> = { lt: 'B-LT', lta: 'B-LTA' };

async function readArguments(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`Hãy ghi đúng một tệp cần mở rộng. ${seeHelp}`);
  const { out } = values;
  const level = Object.hasOwn(levels, values.level ?? '') ? levels[values.level ?? ''] : undefined;
  if (level === undefined) throw new UsageError(`--level phải là lt hoặc lta. ${seeHelp}`);
  if (out === undefined) throw new UsageError(`Thiếu --out TỆP_MỚI. ${seeHelp}`);
  if (existsSync(out)) throw new UsageError(`Đã có “${out}”: hãy chọn tên tệp khác, tệp đã có không bị ghi đè.`);
  const ocsp = [...values.ocsp, ...values.ocsps];
  const job = await jobFrom({ ...values, ocsp, detached: [], online: false });
  return { file, out, level, order: { job, stamp: timestampSource(values.tsa) } };
}

const parsed = (args: readonly string[]) =>
  understood(seeHelp, () => parseArgs({ args: [...args], options, allowPositionals: true }));
