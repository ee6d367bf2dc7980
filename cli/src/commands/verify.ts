import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { readTrustDirectory, TrustDirectoryError } from '@hocba/verify/node';
import { timeOf } from '../arguments/time-of.ts';
import { understood } from '../arguments/understood.ts';
import { UsageError } from '../usage-error.ts';
import { exitCodeOf } from '../verification/exit-code.ts';
import { findFiles } from '../verification/find-files.ts';
import { reportText, summaryText } from '../verification/report-text.ts';
import { verifyEach } from '../verification/verify-each.ts';
import { write } from '../write.ts';
import { verifyHelp } from './verify-help.ts';

interface VerifyArguments {
  readonly files: readonly string[];
  readonly trust: string;
  readonly json: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** `hocba verify FILE… --trust DIR`: one report a file, in order; 0 valid, 1 invalid, 2 indeterminate, 3 unreadable. */
export async function verify(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) return write(verifyHelp).then(() => 0);
  const { files, trust, json, at } = readArguments(args);
  requireTrust(trust);
  const job = { trust, at, workers: availableParallelism() };
  const outcomes = { valid: 0, invalid: 0, indeterminate: 0, unreadable: 0 };
  for await (const { file, report } of verifyEach(findFiles(files), job)) {
    outcomes[report.outcome] += 1;
    await write(json ? `${JSON.stringify({ file, ...report })}\n` : reportText(file, report));
  }
  if (!json) await write(summaryText(outcomes));
  return exitCodeOf(outcomes);
}

const options = {
  trust: { type: 'string' },
  at: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const seeHelp = 'Gõ “hocba help verify” để xem cách dùng.';

function readArguments(args: readonly string[]): VerifyArguments {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new UsageError(`Thiếu tệp cần kiểm tra. ${seeHelp}`);
  if (values.trust === undefined) {
    throw new UsageError('Thiếu --trust THƯ_MỤC: thư mục chứa các chứng thư gốc được tin cậy (anchors/*.pem).');
  }
  return { files: positionals, trust: values.trust, json: values.json, at: timeOf(values.at) };
}

const parsed = (args: readonly string[]) =>
  understood(seeHelp, () => parseArgs({ args: [...args], options, allowPositionals: true }));

/** Once here, so that one sentence is said and not one by every worker. */
function requireTrust(directory: string): void {
  try {
    readTrustDirectory(directory);
  } catch (error) {
    if (error instanceof TrustDirectoryError) throw new UsageError(error.message);
    throw error;
  }
}
