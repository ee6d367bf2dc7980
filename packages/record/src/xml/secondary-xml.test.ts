import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hardestLowerSecondarySheet, hardestUpperSecondarySheet } from '../../testing/hardest-sheets.ts';
import { parseTree } from '../../testing/parse-tree.ts';
import { continuingSheet, lowerSecondarySheet, upperSecondarySheet } from '../../testing/secondary-samples.ts';
import { assembleRecordXml, isCanonicalFile, readYearSheet, writeYearSheet, type YearSheet } from '../index.ts';

const dsSignature = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="sig-cn"></ds:Signature>';

function fileOf(sheet: YearSheet): string {
  return assembleRecordXml(writeYearSheet(sheet), [dsSignature]);
}

function problemsOf(xml: string) {
  const result = readYearSheet(parseTree(xml));
  return 'problems' in result ? result.problems : [];
}

const samples = {
  lowerSecondarySheet,
  upperSecondarySheet,
  continuingSheet,
  hardestLowerSecondarySheet,
  hardestUpperSecondarySheet,
};

describe('when a secondary sheet is written and read', () => {
  for (const [name, sheet] of Object.entries(samples)) {
    it(`${name} comes back as it was written`, () => {
      const file = fileOf(sheet);
      assert.deepEqual(readYearSheet(parseTree(file)), { sheet });
      assert.equal(isCanonicalFile(file, sheet), true);
    });
  }

  it('the root tells the level', () => {
    const roots = Object.values(samples).map((sheet) => /<(HocBa\w*) /.exec(fileOf(sheet))?.[1]);
    assert.deepEqual(roots, ['HocBaTHCS', 'HocBaTHPT', 'HocBaGDTX', 'HocBaTHCS', 'HocBaTHPT']);
  });
});

const lower = fileOf(lowerSecondarySheet);
const upper = fileOf(upperSecondarySheet);
const centre = fileOf(continuingSheet);
const hardest = fileOf(hardestUpperSecondarySheet);

interface Broken {
  readonly of: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly code: string;
  readonly path: RegExp;
}

const broken: Readonly<Record<string, Broken>> = {
  'a root of no level': { of: lower, from: /HocBaTHCS/g, to: 'HocBaDH', code: 'wrong-root', path: /^HocBaDH$/ },
  'another level’s root': { of: lower, from: /HocBaTHCS/g, to: 'HocBaTHPT', code: 'bad-value', path: /CapHoc$/ },
  'another format version': {
    of: upper,
    from: 'phienBan="1.0"',
    to: 'phienBan="1.1"',
    code: 'wrong-root',
    path: /^HocBaTHPT$/,
  },
  'a second attribute of the root': {
    of: upper,
    from: 'phienBan="1.0"',
    to: 'phienBan="1.0" x="1"',
    code: 'unexpected-attribute',
    path: /^HocBaTHPT$/,
  },
  'a grade of another level': { of: upper, from: '<Khoi>11<', to: '<Khoi>9<', code: 'bad-value', path: /Khoi$/ },
  'another circular': {
    of: centre,
    from: 'TT43/2021',
    to: 'TT22/2021',
    code: 'bad-value',
    path: /^HocBaGDTX\/ThongTin\/ThongTu$/,
  },
  'a subject of another level': {
    of: upper,
    from: '<MaMon>VL<',
    to: '<MaMon>KHTN<',
    code: 'bad-value',
    path: /MonHoc\[8\]\/MaMon$/,
  },
  'a row without marks': {
    of: lower,
    from: /<MucDanhGia>.*?<\/MucDanhGia>/,
    to: '',
    code: 'missing-element',
    path: /MonHoc\[9\]$/,
  },
  'a row with both kinds of marks': {
    of: lower,
    from: '<MucDanhGia>',
    to: '<DiemTrungBinh></DiemTrungBinh><MucDanhGia>',
    code: 'missing-element',
    path: /MonHoc\[9\]$/,
  },
  'a level where a score belongs': {
    of: lower,
    from: '<HocKi1>8.2<',
    to: '<HocKi1>Đ<',
    code: 'bad-value',
    path: /MonHoc\[1\]\/DiemTrungBinh\/HocKi1$/,
  },
  'a score with a comma': { of: lower, from: '>8.2<', to: '>8,2<', code: 'bad-value', path: /HocKi1$/ },
  'columns turned round': {
    of: lower,
    from: '<HocKi1>8.2</HocKi1><HocKi2>8.5</HocKi2>',
    to: '<HocKi2>8.5</HocKi2><HocKi1>8.2</HocKi1>',
    code: 'unknown-element',
    path: /DiemTrungBinh$/,
  },
  'an element of the primary form': {
    of: lower,
    from: '<KetLuan>',
    to: '<ChieuCao>150</ChieuCao><KetLuan>',
    code: 'unknown-element',
    path: /NhanXet$/,
  },
  'a manner of promotion outside its list': {
    of: lower,
    from: '<KetQuaLenLop>LL<',
    to: '<KetQuaLenLop>XX<',
    code: 'bad-value',
    path: /KetQuaLenLop$/,
  },
  'more half-days than a year has': {
    of: lower,
    from: '<BuoiNghiCoPhep>3<',
    to: '<BuoiNghiCoPhep>733<',
    code: 'bad-value',
    path: /BuoiNghiCoPhep$/,
  },
  'a chuyên đề without a name': {
    of: upper,
    from: /<TenChuyenDe>[^<]*<\/TenChuyenDe>/,
    to: '',
    code: 'missing-element',
    path: /ChuyenDe$/,
  },
  'a history without its own element': {
    of: upper,
    from: /<QuaTrinhHocTap>.*<\/QuaTrinhHocTap>/,
    to: '',
    code: 'missing-element',
    path: /ThongTin$/,
  },
  'blanks in a list': {
    of: hardest,
    from: '<DanhSachCuocThi>',
    to: '<DanhSachCuocThi>\n',
    code: 'unexpected-text',
    path: /DanhSachCuocThi$/,
  },
  'an attribute on a certificate': {
    of: hardest,
    from: '<ChungChi>',
    to: '<ChungChi x="1">',
    code: 'unexpected-attribute',
    path: /ChungChi\[1\]$/,
  },
  'a twentieth row': {
    of: hardest,
    from: '</KetQua>',
    to: '<MonHoc Id="mh-20"></MonHoc></KetQua>',
    code: 'unknown-element',
    path: /KetQua$/,
  },
  'completion in grade 11': {
    of: upper,
    from: '<HoanThanhCapHoc>0<',
    to: '<HoanThanhCapHoc>1<',
    code: 'incoherent',
    path: /^HocBaTHPT\/NhanXet\/KetLuan\/HoanThanhCapHoc$/,
  },
};

describe('when a secondary sheet is broken', () => {
  for (const [what, { of, from, to, code, path }] of Object.entries(broken)) {
    it(`${what} is refused`, () => {
      const xml = of.replace(from, to);
      assert.notEqual(xml, of);
      const paths = problemsOf(xml).flatMap((found) => (found.code === code ? [found.path] : []));
      assert.ok(
        paths.some((found) => path.test(found)),
        `${code} at ${paths.join(', ')}`,
      );
    });
  }

  it('the primary form cannot carry the secondary content, nor the other way round', () => {
    assert.ok(problemsOf(lower.replace(/HocBaTHCS/g, 'HocBa')).length > 5);
    assert.ok(problemsOf(upper.replace(/HocBaTHPT/g, 'HocBaGDTX')).some(({ path }) => path.endsWith('ThongTu')));
  });
});
