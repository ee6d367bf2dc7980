import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { RenditionError, renderBooklet, renderYearSheet, type YearSheetRendition } from '@hocba/rendition';
import { nodeCrypto } from '@hocba/signature/node';
import { recordRendition } from '@hocba/verify';
import { understood } from '../arguments/understood.ts';
import { UsageError } from '../usage-error.ts';
import { write } from '../write.ts';
import { renderHelp } from './render-help.ts';

const unusableExitCode = 3;

/** `hocba render FILE.xml… --out FILE.pdf`: the form of one year, or the booklet of several. */
export async function render(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) return write(renderHelp).then(() => 0);
  const { files, out, lookup } = readArguments(args);
  const read = await Promise.all(files.map((file) => readRecord(file, lookup)));
  const problems = read.filter((each) => typeof each === 'string');
  if (problems.length > 0) return refuse(problems);
  try {
    await writeFile(out, await draw(read.filter((each) => typeof each !== 'string')), { flag: 'wx' });
  } catch (error) {
    if (error instanceof RenditionError) return refuse([error.message]);
    if (error instanceof RangeError) return refuse(['Các tệp không cùng một học sinh và một cấp học.']);
    throw error;
  }
  await write(`Đã ghi ${out}\n`);
  return 0;
}

function draw(years: readonly YearSheetRendition[]): Promise<Uint8Array> {
  const [only] = years;
  return only && years.length === 1 ? renderYearSheet(only) : renderBooklet({ years });
}

async function readRecord(file: string, lookupBaseUrl: string): Promise<YearSheetRendition | string> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return `${file}: không đọc được tệp.`;
  const rendition = await recordRendition(new Uint8Array(bytes), { crypto: nodeCrypto, lookupBaseUrl });
  return typeof rendition === 'string' ? `${file}: ${rendition}` : rendition;
}

function refuse(problems: readonly string[]): number {
  for (const problem of problems) process.stderr.write(`hocba: ${problem}\n`);
  return unusableExitCode;
}

const options = { out: { type: 'string' }, lookup: { type: 'string', default: '' } } as const;
const seeHelp = 'Gõ “hocba help render” để xem cách dùng.';

function readArguments(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new UsageError(`Thiếu tệp XML. ${seeHelp}`);
  if (values.out === undefined) throw new UsageError('Thiếu --out TỆP.pdf: nơi ghi bản thể hiện.');
  if (existsSync(values.out)) throw new UsageError(`“${values.out}” đã có; hãy chọn tên khác.`);
  return { files: positionals, out: values.out, lookup: values.lookup };
}

const parsed = (args: readonly string[]) =>
  understood(seeHelp, () => parseArgs({ args: [...args], options, allowPositionals: true }));
