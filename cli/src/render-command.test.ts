import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sampleSheet } from '../../packages/record/testing/sample-sheet.ts';
import { SampleSchool } from '../../tests/samples/make-samples.ts';
import { renderRecord } from '../../tests/samples/seal-rendition.ts';

const hocba = join(import.meta.dirname, '../bin/hocba.mjs');
const directory = mkdtempSync(join(tmpdir(), 'hocba-render-'));
const at = (name: string) => join(directory, name);
const school = new SampleSchool();
const nextYear = { ...sampleSheet, schoolYear: '2026-2027', grade: 4, className: '4A' } as const;
const stranger = { ...sampleSheet, student: { ...sampleSheet.student, studentId: '0940009999' } };

after(() => rmSync(directory, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [hocba, 'render', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function save(name: string, bytes: Uint8Array): string {
  writeFileSync(at(name), bytes);
  return at(name);
}

const lookup = ['--lookup', 'https://hocba.example/t/'];

test('one record is drawn byte for byte as the school issued it', async () => {
  const recordXml = school.xml();
  const { status, stderr } = run(save('nam.xml', recordXml), '--out', at('nam.pdf'), ...lookup);
  assert.equal(status, 0, stderr);
  assert.deepEqual(new Uint8Array(readFileSync(at('nam.pdf'))), await renderRecord({ recordXml }));
});

test('several years of one pupil become the booklet, every year’s original inside', () => {
  const files = [save('nam-1.xml', school.xml()), save('nam-2.xml', school.xml({ sheet: nextYear }))];
  const { status, stderr } = run(...files, '--out', at('cuon.pdf'), ...lookup);
  assert.equal(status, 0, stderr);
  const pdf = readFileSync(at('cuon.pdf'), 'latin1');
  for (const name of ['hocba-2025-2026.xml', 'hocba-2026-2027.xml']) assert.ok(pdf.includes(name), name);
});

test('a changed record, another pupil’s or what is no record is refused by its name, and nothing is written', () => {
  const changed = new TextEncoder().encode(new TextDecoder().decode(school.xml()).replace('Cần phát huy', 'Rất tốt'));
  const outOfScale = new TextEncoder().encode(
    new TextDecoder().decode(school.xml()).replace(/(?<tag><DiemKiemTra>)\d+/, '$<tag>10.5'),
  );
  const marked = new TextEncoder().encode(`\uFEFF${new TextDecoder().decode(school.xml())}`);
  const good = save('tot.xml', school.xml());
  const refused = [
    { files: [save('sua.xml', changed)], says: /sua\.xml: Nội dung đã bị sửa/ },
    { files: [good, save('khac.xml', school.xml({ sheet: stranger }))], says: /không cùng một học sinh/ },
    { files: [save('rac.xml', new TextEncoder().encode('<a/>'))], says: /rac\.xml: a: Đây không phải học bạ/ },
    { files: [save('diem.xml', outOfScale)], says: /MonHoc\[1\]\/DiemKiemTra: .*số từ 0 đến 10/ },
    { files: [save('bom.xml', marked)], says: /bom\.xml: Tệp không viết ở dạng chính tắc.*ký tự thứ 1/ },
    { files: [save('hong.xml', new TextEncoder().encode('<a>'))], says: /hong\.xml: Tệp XML hỏng.*dòng 1/ },
    { files: [at('khong-co.xml')], says: /khong-co\.xml: không đọc được/ },
  ];
  for (const { files, says } of refused) {
    const { status, stderr } = run(...files, '--out', at('khong.pdf'));
    assert.equal(status, 3, stderr);
    assert.match(stderr, says);
    assert.throws(() => readFileSync(at('khong.pdf')));
  }
});

test('it never writes over a file, and says what is missing', () => {
  const file = save('co.xml', school.xml());
  assert.match(run(file, '--out', file).stderr, /đã có; hãy chọn tên khác/);
  assert.match(run(file).stderr, /Thiếu --out/);
  assert.equal(run('--out', at('x.pdf')).status, 64);
});
