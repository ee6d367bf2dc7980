import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { arbitrarySheet } from '../../testing/arbitrary-sheet.ts';
import { perSubjectSheet, sampleSheet } from '../../testing/sample-sheet.ts';
import { assembleRecordXml, coreCompetences, coreQualities, primarySubjects, writeYearSheet } from '../index.ts';
import { wireNames } from './field-names.ts';

const schemaFile = join(import.meta.dirname, '../../schema/hocba-1.0.xsd');
const schema = readFileSync(schemaFile, 'utf8');
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
const file = assembleRecordXml(writeYearSheet(sampleSheet), [signature]);

describe('when xmllint checks a record against the published schema', () => {
  it('the samples validate', () => {
    assert.equal(complaints([file, assembleRecordXml(writeYearSheet(perSubjectSheet), [])]), '');
  });

  it('everything the writer can write validates', () => {
    const sheets = fc.sample(arbitrarySheet, 100);
    assert.equal(complaints(sheets.map((sheet) => assembleRecordXml(writeYearSheet(sheet), []))), '');
  });

  for (const [what, from, to] of [
    ['an unknown element', '<Khoi>', '<La></La><Khoi>'],
    ['a missing element', '<Khoi>3</Khoi>', ''],
    ['a level of the wrong scale', '<MucDatMon>T<', '<MucDatMon>Đ<'],
    ['an impossible score', '<DiemKiemTra>9<', '<DiemKiemTra>10.5<'],
    ['a second part of the same Id', 'Id="mh-2"', 'Id="mh-1"'],
    ['a signature of another namespace', 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"', 'xmlns:ds="urn:x"'],
    ['another format version', 'phienBan="1.0"', 'phienBan="1.1"'],
  ] as const) {
    it(`${what} is refused`, () => {
      assert.notEqual(complaints([file.replace(from, to)]), '');
    });
  }
});

describe('when the schema is held against the code', () => {
  const declared = [...schema.matchAll(/<xs:(?:element|attribute) name="(\w+)"/g)].map((match) => match[1] ?? '');

  it('it names exactly the fields of field-names.ts', () => {
    const named = Object.values(wireNames).flatMap((table) => Object.values(table).map(({ name }) => name));
    assert.deepEqual(new Set(declared.filter((name) => name !== 'Id')), new Set(named));
  });

  it('each element is explained, beginning with its label', () => {
    for (const table of Object.values(wireNames)) {
      for (const { name, label } of Object.values(table)) {
        const documentation = new RegExp(
          `name="${name}"[^>]*>\\s*<xs:annotation><xs:documentation xml:lang="vi">([^<]*)`,
        );
        assert.ok(documentation.exec(schema)?.[1]?.startsWith(label), `${name}: ${label}`);
      }
    }
  });

  it('it lists every code', () => {
    for (const { code } of [...primarySubjects, ...coreQualities, ...coreCompetences]) {
      assert.ok(schema.includes(`<xs:enumeration value="${code}"/>`), code);
    }
  });
});
