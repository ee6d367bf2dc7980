import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brokenSamples, SampleSchool, writeTrustDirectory } from '../../tests/samples/make-samples.ts';
import { verifyTime } from '../../tests/samples/sample-authority.ts';

const directory = mkdtempSync(join(tmpdir(), 'hocba-cli-'));
const trust = join(directory, 'trust');
const bin = join(import.meta.dirname, '../bin/hocba.mjs');
const at = new Date(verifyTime).toISOString();
const school = new SampleSchool();

before(async () => {
  mkdirSync(join(directory, 'class/more'), { recursive: true });
  writeTrustDirectory(trust, school.trust());
  writeFileSync(join(directory, 'class/good.xml'), school.xml());
  writeFileSync(join(directory, 'class/more/good.PDF'), await school.pdf());
  writeFileSync(join(directory, 'class/notes.txt'), 'not a record');
  writeFileSync(join(directory, 'changed.xml'), await sampleOf('comment-changed'));
  writeFileSync(join(directory, 'no-timestamp.xml'), await sampleOf('without-timestamp'));
  writeFileSync(join(directory, 'noise.xml'), 'hello');
});
after(() => rmSync(directory, { recursive: true, force: true }));

describe('when hocba verify is run', () => {
  it('a valid record ends with 0, each check ticked', () => {
    const { status, stdout, stderr } = hocba('verify', 'class/good.xml', '--trust', trust, '--at', at);
    assert.equal(stderr, '');
    assert.match(stdout, /✓ HỢP LỆ {2}class\/good\.xml/);
    assert.match(stdout, /✓ Giá trị chữ ký số khớp khoá của người ký/);
    assert.match(stdout, /\? Học bạ không bị thu hồi: Chưa tra cứu trạng thái thu hồi\./);
    assert.match(stdout, /1 tệp: 1 hợp lệ, 0 không hợp lệ/);
    assert.equal(status, 0);
  });

  it('each outcome has its exit code, and of many files the worst decides', () => {
    const codeOf = (...files: string[]) => hocba('verify', ...files, '--trust', trust, '--at', at).status;
    assert.equal(codeOf('changed.xml'), 1);
    assert.equal(codeOf('no-timestamp.xml'), 2);
    assert.equal(codeOf('noise.xml'), 3);
    assert.equal(codeOf('noise.xml', 'no-timestamp.xml'), 3);
    assert.equal(codeOf('class', 'changed.xml', 'noise.xml', 'no-timestamp.xml'), 1);
  });

  it('a changed part is named with the signatures it breaks', () => {
    const { stdout } = hocba('verify', 'changed.xml', '--trust', trust, '--at', at);
    assert.match(
      stdout,
      /✗ Nội dung còn nguyên vẹn: Phần kết quả các môn học và hoạt động giáo dục đã bị sửa sau khi ký; làm mất hiệu lực chữ ký của giáo viên chủ nhiệm Lâm Thị Hồng, hiệu trưởng Trần Minh Đức, con dấu của Trường Tiểu học Sao Mai\./,
    );
  });

  it('directories and patterns are searched, and --json gives one line a file, in order', () => {
    const { stdout, status } = hocba(
      'verify',
      'class',
      '*changed*',
      'missing.xml',
      '--trust',
      trust,
      '--at',
      at,
      '--json',
    );
    const reports = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      reports.map(({ file, outcome, kind }) => [file, outcome, kind]),
      [
        ['class/good.xml', 'valid', 'xml'],
        ['class/more/good.PDF', 'valid', 'pdf'],
        ['changed.xml', 'invalid', 'xml'],
        ['missing.xml', 'unreadable', null],
      ],
    );
    assert.equal(status, 1);
  });

  it('what cannot begin ends with 64 and says what to do', () => {
    const cases: readonly [readonly string[], RegExp][] = [
      [['verify', 'class/good.xml'], /Thiếu --trust/],
      [['verify', '--trust', trust], /Thiếu tệp/],
      [['verify', 'class/good.xml', '--trust', 'nowhere'], /Không có thư mục tin cậy “nowhere”/],
      [['verify', 'class/good.xml', '--trust', 'class'], /Không có chứng thư gốc nào/],
      [['verify', 'class/good.xml', '--trust', trust, '--at', 'hôm qua'], /không phải thời điểm/],
      [['verify', 'class/good.xml', '--trust', trust, '--fast'], /Tham số sai/],
      [['approve'], /Không có lệnh “approve”/],
    ];
    for (const [args, says] of cases) {
      const { status, stderr, stdout } = hocba(...args);
      assert.match(stderr, says);
      assert.equal(status, 64);
      assert.equal(stdout, '');
    }
  });

  it('a broken trust file is named', () => {
    const broken = join(directory, 'broken-trust');
    writeTrustDirectory(broken, school.trust());
    writeFileSync(join(broken, 'crls/2.crl'), 'not a list');
    const { status, stderr } = hocba('verify', 'class/good.xml', '--trust', broken);
    assert.match(stderr, /crls\/2\.crl/);
    assert.equal(status, 64);
  });

  it('help is given', () => {
    assert.match(hocba('help').stdout, /verify/);
    assert.match(hocba('help', 'verify').stdout, /Mã thoát/);
  });

  it('an older Node hands over to the one installed with the packages', (t) => {
    const older = '/usr/bin/node';
    const version = existsSync(older) ? spawnSync(older, ['--version'], { encoding: 'utf8' }).stdout : '';
    if (!/^v(1\d|2[0-3])\./.test(version)) return t.skip('no older Node here');
    const { status, stdout } = spawnSync(older, [bin, 'help'], { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.match(stdout, /hocba: công cụ dòng lệnh/);
  });
});

function hocba(...args: readonly string[]) {
  return spawnSync(process.execPath, [bin, ...args], { cwd: directory, encoding: 'utf8' });
}

async function sampleOf(name: string): Promise<Uint8Array> {
  const sample = brokenSamples.find((one) => one.name === name);
  if (!sample) throw new Error(`no sample ${name}`);
  return sample.make(school);
}
