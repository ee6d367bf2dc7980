import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

const directory = mkdtempSync(join(tmpdir(), 'hocba-evaluate-'));
const bin = join(import.meta.dirname, '../bin/hocba.mjs');
after(() => rmSync(directory, { recursive: true, force: true }));

/** The two lines that the format's page shows, many times over. */
const page = readFileSync(join(import.meta.dirname, '../../docs/formats/evaluate.md'), 'utf8');
const shown = /```json\n([\s\S]*?)\n```/.exec(page)?.[1]?.split('\n') ?? [];
const school = Array.from({ length: 1500 }, (_, index) =>
  (shown[index % shown.length] ?? '').replace(/HS-\d+/, `HS-${index + 1}`),
);
const [good = ''] = school;
const notTaught = good.replace('"civics"', '"physics"');
writeFileSync(join(directory, 'school.jsonl'), `${school.join('\n')}\n`);

describe('when hocba evaluate is run', () => {
  const whole = hocba(['--input', 'school.jsonl', '--cores', '1']);

  it('every line is answered, in order, and all being well it ends with 0', () => {
    const { status, stdout, stderr } = whole;
    const answers = parsed(stdout);
    assert.deepEqual(
      answers.map(({ line, id }) => [line, id]),
      school.map((line, index) => [index + 1, JSON.parse(line).id]),
    );
    assert.match(stderr, /^1500 dòng: 1500 đã xét/);
    assert.equal(status, 0);
  });

  it('the answers are the same bytes on one core, on many, and from standard input', () => {
    assert.equal(hocba(['--input', 'school.jsonl', '--cores', '3']).stdout, whole.stdout);
    assert.equal(hocba(['--input', '-'], `${school.join('\n')}\n`).stdout, whole.stdout);
  });

  it('a bad line is answered with its number and what is wrong, and the rest goes on', () => {
    const input = [good, '{"circular":"TT22/2021"', '', '  ', '[]', good.replace('"grade":8', '"grade":"tám"'), good];
    const { status, stdout } = hocba(['--input', '-'], input.join('\r\n'));
    const answers = parsed(stdout);
    assert.deepEqual(
      answers.map(({ line, error }) => [line, error === undefined]),
      [
        [1, true],
        [2, false],
        [5, false],
        [6, false],
        [7, true],
      ],
    );
    assert.match(answers[3]?.error?.sentence ?? '', /^Dòng 6: grade phải là số nguyên từ 6 đến 12/);
    assert.equal(status, 1);
  });

  it('data against the circular end with 2, a line that cannot be read with 1 even so', () => {
    assert.equal(hocba(['--input', '-'], `${good}\n${notTaught}\n`).status, 2);
    assert.equal(hocba(['--input', '-'], `${notTaught}\n{}\n`).status, 1);
  });

  it('a line that is no UTF-8 and a line without end harm no other line', () => {
    const broken = Buffer.from(good.replace('HS-1', 'HS-é'), 'latin1');
    const endless = Buffer.alloc(3 << 20, 'a');
    const newline = Buffer.from('\n');
    const mark = Buffer.from('\uFEFF');
    const input = Buffer.concat([
      mark,
      Buffer.from(good),
      newline,
      broken,
      newline,
      endless,
      newline,
      Buffer.from(good),
    ]);
    const { status, stdout } = hocba(['--input', '-'], input);
    assert.deepEqual(
      parsed(stdout).map(({ line, error }) => [line, error?.sentence ?? 'evaluated']),
      [
        [1, 'evaluated'],
        [2, 'Dòng 2: không phải văn bản UTF-8. Xem docs/formats/evaluate.md.'],
        [3, 'Dòng 3: dài quá 1 MB. Xem docs/formats/evaluate.md.'],
        [4, 'evaluated'],
      ],
    );
    assert.equal(status, 1);
  });

  it('a line is read up to 1 MB to the byte', () => {
    const line = (bytes: number) => `${good}${' '.repeat(bytes - Buffer.byteLength(good))}`;
    const { stdout } = hocba(['--input', '-'], `${line(1 << 20)}\n${line((1 << 20) + 1)}\n${good}`);
    assert.deepEqual(
      parsed(stdout).map(({ line: number, error }) => [number, error === undefined]),
      [
        [1, true],
        [2, false],
        [3, true],
      ],
    );
  });

  it('--output holds what standard output would, and nothing half-written stays', () => {
    const { status, stdout } = hocba(['--input', 'school.jsonl', '--output', 'answers.jsonl']);
    assert.deepEqual([status, stdout], [0, '']);
    assert.equal(readFileSync(join(directory, 'answers.jsonl'), 'utf8'), whole.stdout);
    assert.equal(existsSync(join(directory, 'answers.jsonl.partial')), false);
  });

  it('an empty input has no answer and ends with 0', () => {
    const { status, stdout, stderr } = hocba(['--input', '-'], '');
    assert.deepEqual([status, stdout], [0, '']);
    assert.match(stderr, /^0 dòng/);
  });

  it('what cannot begin ends with 64 and says what to do', () => {
    const cases: readonly [readonly string[], RegExp][] = [
      [[], /Thiếu --input/],
      [['--input', 'missing.jsonl'], /Không tìm thấy tệp “missing\.jsonl”/],
      [['--input', 'school.jsonl', '--output', './school.jsonl'], /trùng với --input/],
      [['--input', 'school.jsonl', '--output', 'no/such/folder'], /Không ghi được tệp/],
    ];
    for (const [args, says] of cases) {
      const { status, stdout, stderr } = hocba(args);
      assert.match(stderr, says);
      assert.deepEqual([status, stdout], [64, '']);
    }
  });
});

it('answers that cannot be written end with 74 and say so', {
  skip: !existsSync('/dev/full') && 'no /dev/full here',
}, () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [bin, 'evaluate', '--input', 'school.jsonl'], {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  assert.match(stderr, /^hocba: Không ghi được ra đầu ra chuẩn/);
  assert.equal(status, 74);
});

interface Answer {
  readonly line: number;
  readonly id?: string;
  readonly error?: { readonly sentence: string };
}

function parsed(stdout: string): readonly Answer[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): Answer => JSON.parse(line));
}

function hocba(args: readonly string[], input: string | Buffer = '') {
  const options = { cwd: directory, encoding: 'utf8', input, maxBuffer: 1 << 26 } as const;
  return spawnSync(process.execPath, [bin, 'evaluate', ...args], options);
}
