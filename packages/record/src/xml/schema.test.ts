import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { arbitrarySheet } from '../../testing/arbitrary-sheet.ts';
import { listsOfSchema } from '../../testing/documents/lists-of-schema.ts';
import { everySheet } from '../../testing/every-sheet.ts';
import { sampleSheet } from '../../testing/sample-sheet.ts';
import { lowerSecondarySheet, upperSecondarySheet } from '../../testing/secondary-samples.ts';
import * as record from '../index.ts';
import { wireNames } from './names/wire-names.ts';

const schemaFolder = join(import.meta.dirname, '../../schema');
const schemaFile = join(schemaFolder, 'hocba-1.0.xsd');
const schema = readdirSync(schemaFolder)
  .map((name) => readFileSync(join(schemaFolder, name), 'utf8'))
  .join('\n');
const folder = mkdtempSync(join(tmpdir(), 'hocba-schema-'));
after(() => rmSync(folder, { recursive: true }));

/** What xmllint says of each file; empty when all validate. */
function complaints(files: readonly string[]): string {
  const paths = files.map((file, index) => {
    const path = join(folder, `${index}.xml`);
    writeFileSync(path, file);
    return path;
  });
  const run = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schemaFile, ...paths], { encoding: 'utf8' });
  return run.status === 0 ? '' : run.stderr || String(run.error);
}

const signature =
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="sig-cn"><ds:X></ds:X></ds:Signature>';
const signed = (sheet: record.YearSheet) => record.assembleRecordXml(record.writeYearSheet(sheet), [signature]);
const primary = signed(sampleSheet);
const upper = signed(upperSecondarySheet);
const lower = signed(lowerSecondarySheet);

describe('when xmllint checks a record against the published schema', () => {
  it('the samples validate', () => {
    assert.equal(complaints(everySheet.map(signed)), '');
  });

  it('everything the writer can write validates', () => {
    const sheets = fc.sample(arbitrarySheet, 100);
    assert.equal(complaints(sheets.map(signed)), '');
  });

  for (const [what, file, from, to] of [
    ['an unknown element', primary, '<Khoi>', '<La></La><Khoi>'],
    ['a missing element', primary, '<Khoi>3</Khoi>', ''],
    ['a level of the wrong scale', primary, '<MucDatMon>T<', '<MucDatMon>Đ<'],
    ['an impossible score', primary, '<DiemKiemTra>9<', '<DiemKiemTra>10.5<'],
    ['a second part of the same Id', primary, 'Id="mh-2"', 'Id="mh-1"'],
    ['a signature of another namespace', primary, 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"', 'xmlns:ds="urn:x"'],
    ['another format version', primary, 'phienBan="1.0"', 'phienBan="1.1"'],
    ['a grade of another level', upper, '<Khoi>11<', '<Khoi>9<'],
    ['a subject of another level', upper, '<MaMon>VL<', '<MaMon>KHTN<'],
    ['another level’s code', lower, '<CapHoc>03<', '<CapHoc>04<'],
    ['a score and a level for one subject', lower, '<MucDanhGia>', '<DiemTrungBinh></DiemTrungBinh><MucDanhGia>'],
    ['a subject without its marks', lower, /<MucDanhGia>.*?<\/MucDanhGia>/, ''],
    ['a score where a level belongs', lower, /(?<=<MucDanhGia><HocKi1>)Đ/, '8'],
    ['a pupil of primary school', lower, /<NgheNghiepCha>/, '<QueQuan>'],
    ['a way of being promoted that is not in the list', lower, '<KetQuaLenLop>LL<', '<KetQuaLenLop>1<'],
  ] as const) {
    it(`${what} is refused`, () => {
      const changed = file.replace(from, to);
      assert.notEqual(changed, file);
      assert.notEqual(complaints([changed]), '');
    });
  }
});

describe('when the schema is held against the code', () => {
  const declared = [...schema.matchAll(/<xs:(?:element|attribute) name="(\w+)"/g)].map((match) => match[1] ?? '');

  it('it names exactly the fields of the tables of names', () => {
    const named = Object.values(wireNames).flatMap((table) => Object.values(table).map(({ name }) => name));
    assert.deepEqual(new Set(declared.filter((name) => name !== 'Id')), new Set(named));
  });

  it('each element is explained everywhere, beginning with its label', () => {
    for (const table of Object.values(wireNames)) {
      for (const { name, label } of Object.values(table)) {
        const documentation = `<xs:(?:element|attribute) name="${name}"[^>]*>\\s*<xs:annotation><xs:documentation xml:lang="vi">([^<]*)`;
        const explained = [...schema.matchAll(new RegExp(documentation, 'g'))].map((match) => match[1] ?? '');
        assert.equal(explained.length, declared.filter((declaredName) => declaredName === name).length, name);
        assert.ok(
          explained.every((text) => text.startsWith(label)),
          `${name}: ${label}`,
        );
      }
    }
  });

  for (const [type, terms] of Object.entries(listsOfSchema)) {
    it(`${type} lists every code of its list`, () => {
      const [restriction = ''] =
        new RegExp(`<xs:simpleType name="${type}">.*?</xs:simpleType>`, 's').exec(schema) ?? [];
      const codes = [...restriction.matchAll(/<xs:enumeration value="([^"]*)"/g)].map((match) => match[1]);
      assert.deepEqual(
        codes,
        terms.map(({ code }) => code),
      );
    });
  }
});
