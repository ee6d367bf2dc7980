import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { understood } from '../arguments/understood.ts';
import { type AnswerSink, answerFile, answersOnStandardOutput } from '../evaluation/answer-file.ts';
import { type LineCounts, noLines, sumOfCounts } from '../evaluation/evaluate-chunk.ts';
import { evaluateEach } from '../evaluation/evaluate-each.ts';
import { lineChunks } from '../evaluation/line-chunks.ts';
import { UsageError } from '../usage-error.ts';
import { brokenOff, write } from '../write.ts';
import { evaluateHelp } from './evaluate-help.ts';

interface EvaluateArguments {
  readonly input: string;
  readonly output: string | undefined;
  readonly cores: number;
}

/** Read at a time; a file no larger is not worth starting workers for. */
const pieceBytes = 1 << 18;

/** `hocba evaluate --input FILE`: one answer a line, in order; 0 fine, 1 some line unreadable, 2 some data against the circular. */
export async function evaluate(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) return write(evaluateHelp).then(() => 0);
  const { input, output, cores } = readArguments(args);
  const small = input !== '-' && (await requireFile(input)) <= pieceBytes;
  if (output !== undefined) await requireOther(input, output);
  const sink = output === undefined ? answersOnStandardOutput() : await openOutput(output);
  try {
    const counts = await evaluateAll({ input, cores: small ? 1 : cores }, sink);
    process.stderr.write(summary(counts));
    return exitCodeOf(counts);
  } catch (error) {
    await sink.abandon();
    process.stderr.write(`hocba: Dừng giữa chừng (${error instanceof Error ? error.message : String(error)}).\n`);
    return brokenOff;
  }
}

async function evaluateAll({ input, cores }: Omit<EvaluateArguments, 'output'>, sink: AnswerSink): Promise<LineCounts> {
  const bytes = input === '-' ? process.stdin : createReadStream(input, { highWaterMark: pieceBytes });
  let counts = noLines;
  for await (const answer of evaluateEach(lineChunks(bytes), cores)) {
    counts = sumOfCounts(counts, answer.counts);
    await sink.write(answer.bytes);
  }
  await sink.finish();
  return counts;
}

function exitCodeOf({ unreadable, dataErrors }: LineCounts): number {
  if (unreadable > 0) return 1;
  return dataErrors > 0 ? 2 : 0;
}

function summary({ evaluated, dataErrors, unreadable }: LineCounts): string {
  const all = evaluated + dataErrors + unreadable;
  return `${all} dòng: ${evaluated} đã xét, ${dataErrors} có dữ liệu trái quy định, ${unreadable} không đọc được\n`;
}

const options = {
  input: { type: 'string' },
  output: { type: 'string' },
  cores: { type: 'string' },
} as const;

const seeHelp = 'Gõ “hocba help evaluate” để xem cách dùng.';

function readArguments(args: readonly string[]): EvaluateArguments {
  const { input, output, cores } = parsed(args);
  if (input === undefined) {
    throw new UsageError(`Thiếu --input TỆP (hoặc --input - để đọc đầu vào chuẩn). ${seeHelp}`);
  }
  if (cores !== undefined && !/^[1-9]\d?$/.test(cores)) {
    throw new UsageError(`--cores “${cores}” không phải số nhân; viết số từ 1 đến 99.`);
  }
  return { input, output, cores: cores === undefined ? availableParallelism() : Number(cores) };
}

const parsed = (args: readonly string[]) => understood(seeHelp, () => parseArgs({ args: [...args], options }).values);

/** Size in bytes. */
async function requireFile(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UsageError(`Không tìm thấy tệp “${path}”. Hãy kiểm tra lại đường dẫn.`);
  if (found.isDirectory()) throw new UsageError(`“${path}” là thư mục, không phải tệp.`);
  return found.isFile() ? found.size : Number.POSITIVE_INFINITY;
}

async function requireOther(input: string, output: string): Promise<void> {
  if (input === '-') return;
  const [from, to] = await Promise.all([realpath(input), realpath(output).catch(() => undefined)]);
  if (from === to) throw new UsageError('--output trùng với --input: hãy chọn tên tệp khác.');
}

async function openOutput(path: string): Promise<AnswerSink> {
  try {
    return await answerFile(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Không ghi được tệp “${path}” (${why}).`);
  }
}
