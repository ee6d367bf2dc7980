import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { parseTree } from '../../testing/parse-tree.ts';
import { perSubjectSheet, sampleSheet } from '../../testing/sample-sheet.ts';
import { assembleRecordXml, contentDigestInput, readYearSheet, writeYearSheet, type YearSheet } from '../index.ts';

const folder = mkdtempSync(join(tmpdir(), 'hocba-record-'));
after(() => rmSync(folder, { recursive: true }));

const dsSignature = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="sig-cn"></ds:Signature>';

function fileOf(sheet: YearSheet): string {
  return assembleRecordXml(writeYearSheet(sheet), [dsSignature]);
}

function exclusiveC14n(xml: string): string {
  const file = join(folder, 'part.xml');
  writeFileSync(file, xml);
  return execFileSync('xmllint', ['--exc-c14n', file], { encoding: 'utf8' });
}

function problemsOf(xml: string) {
  const result = readYearSheet(parseTree(xml));
  return 'problems' in result ? result.problems : [];
}

describe('when a year sheet is written', () => {
  it('each part is its own exclusive canonical form, as libxml2 computes it', () => {
    for (const xml of writeYearSheet(perSubjectSheet).parts.values()) assert.equal(exclusiveC14n(xml), xml);
  });

  it('the whole parts stand in the file byte for byte, the rows without their namespace declaration', () => {
    const { parts } = writeYearSheet(sampleSheet);
    const file = fileOf(sampleSheet);
    for (const id of ['tt', 'kq', 'nx']) assert.ok(file.includes(parts.get(id) ?? '?'), id);
    assert.ok(file.includes((parts.get('mh-2') ?? '?').replace(' xmlns="urn:vn:hocba:1.0"', '')));
    assert.ok(!parts.get('kq')?.includes('<MonHoc xmlns'));
  });

  it('the file, declaration aside, is canonical as a whole', () => {
    const file = fileOf(sampleSheet);
    const root = file.slice(file.indexOf('\n') + 1);
    // Exclusive C14N drops the redundant declarations of the parts: what is left must be the same octets.
    assert.equal(exclusiveC14n(file), root.replaceAll(/(?<=<(?:ThongTin|KetQua|NhanXet)) xmlns="[^"]*"/g, ''));
  });

  it('decomposed text becomes the same content as composed text', () => {
    const decomposed = { ...sampleSheet, className: 'Lớp Mĩ'.normalize('NFD') };
    assert.equal(contentDigestInput(decomposed), contentDigestInput({ ...sampleSheet, className: 'Lớp Mĩ' }));
  });

  it('the content digest does not depend on signatures and changes with any field', () => {
    const changed = { ...sampleSheet, conclusion: { ...sampleSheet.conclusion, promoted: false } };
    assert.notEqual(contentDigestInput(sampleSheet), contentDigestInput(changed));
    assert.ok(!contentDigestInput(sampleSheet).includes('ChuKy'));
  });

  for (const [what, text] of [
    ['a carriage return', 'a\rb'],
    ['a control character', 'a\u0007b'],
    ['a line separator', 'a\u2028b'],
    ['a character that turns the direction of writing', 'a\u202eb'],
    ['half a surrogate pair', 'a\ud800b'],
  ] as const) {
    it(`${what} in a comment is refused`, () => {
      const sheet = { ...sampleSheet, placeOfIssue: text };
      assert.throws(() => writeYearSheet(sheet), { name: 'RecordError', code: 'not-writable', message: /NoiLap/ });
    });
  }

  it('an incoherent sheet is refused', () => {
    const [first, ...others] = sampleSheet.subjects;
    const twice = { ...sampleSheet, subjects: first ? [first, first, ...others] : [] };
    assert.throws(() => writeYearSheet(twice), { code: 'not-writable', message: /bị lặp/ });
  });
});

describe('when a year sheet is read', () => {
  for (const [name, sheet] of Object.entries({ sampleSheet, perSubjectSheet })) {
    it(`${name} comes back as it was written`, () => {
      assert.deepEqual(readYearSheet(parseTree(fileOf(sheet))), { sheet });
    });
  }

  const file = fileOf(sampleSheet);
  const broken: Record<string, { from: string; to: string; code: string; path: RegExp }> = {
    'another root': {
      from: 'urn:vn:hocba:1.0" phienBan',
      to: 'urn:other" phienBan',
      code: 'wrong-root',
      path: /^HocBa$/,
    },
    'another format version': { from: 'phienBan="1.0"', to: 'phienBan="2.0"', code: 'wrong-root', path: /^HocBa$/ },
    'an unknown element': { from: '<Khoi>', to: '<La></La><Khoi>', code: 'unknown-element', path: /ThongTin$/ },
    'an element in the wrong place': {
      from: '</HoTen><GioiTinh>2</GioiTinh>',
      to: '</HoTen>',
      code: 'missing-element',
      path: /HocSinh$/,
    },
    'blanks between elements': { from: '<Khoi>', to: ' <Khoi>', code: 'unexpected-text', path: /ThongTin$/ },
    'a stranger’s attribute': { from: '<Khoi>', to: '<Khoi x="1">', code: 'unexpected-attribute', path: /Khoi$/ },
    'a wrong Id': { from: 'Id="mh-2"', to: 'Id="mh-9"', code: 'unexpected-attribute', path: /MonHoc\[2\]$/ },
    'a part without its Id': { from: ' Id="tt"', to: '', code: 'unexpected-attribute', path: /ThongTin$/ },
    'a value outside its list': {
      from: '<MucDatMon>T',
      to: '<MucDatMon>X',
      code: 'bad-value',
      path: /MonHoc\[1\]\/MucDatMon$/,
    },
    'a score with a useless zero': {
      from: '<DiemKiemTra>9<',
      to: '<DiemKiemTra>9.0<',
      code: 'bad-value',
      path: /DiemKiemTra$/,
    },
    'a date that does not exist': { from: '2026-05-28', to: '2026-02-29', code: 'bad-value', path: /NgayKetChuyen$/ },
    'decomposed text': { from: 'Ánh', to: 'Ánh'.normalize('NFD'), code: 'bad-value', path: /HoTen$/ },
    'a row out of order': { from: '<MaMon>TO<', to: '<MaMon>TV<', code: 'incoherent', path: /KetQua$/ },
    'a part missing': {
      from: /<NhanXet.*<\/NhanXet>/s.exec(file)?.[0] ?? '',
      to: '',
      code: 'missing-element',
      path: /^HocBa$/,
    },
    'something else among the signatures': {
      from: '<ds:Signature',
      to: '<x></x><ds:Signature',
      code: 'unknown-element',
      path: /ChuKy$/,
    },
  };
  for (const [what, { from, to, code, path }] of Object.entries(broken)) {
    it(`${what} is refused`, () => {
      const xml = file.replace(from, () => to);
      assert.notEqual(xml, file);
      const problem = problemsOf(xml).find((found) => found.code === code);
      assert.match(problem?.path ?? 'not reported', path);
    });
  }

  it('more signatures than the schema allows are refused', () => {
    assert.match(problemsOf(file.replace(dsSignature, dsSignature.repeat(33)))[0]?.sentence ?? '', /32 chữ ký/);
  });

  it('a list longer than the schema allows is neither written nor read', () => {
    const title = '<DanhHieu>Học sinh Xuất sắc</DanhHieu>';
    assert.match(problemsOf(file.replace(title, title.repeat(51)))[0]?.sentence ?? '', /nhiều hơn 50/);
    const conclusion = { ...sampleSheet.conclusion, commendations: Array(51).fill('Giấy khen') };
    assert.throws(() => writeYearSheet({ ...sampleSheet, conclusion }), {
      code: 'not-writable',
      message: /KhenThuong/,
    });
  });

  it('a flood of problems is cut off', () => {
    assert.equal(problemsOf(file.replace('<Khoi>', `${'<x></x>'.repeat(500)}<Khoi>`)).length, 100);
  });
});
