import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  continuingSheet,
  everySheet,
  hardestLowerSecondarySheet,
  hardestUpperSecondarySheet,
  lowerSecondarySheet,
  sampleSheet,
} from '../../testing/index.ts';
import {
  assembleRecordXml,
  hocbaXmlSerializer,
  type NationalEvent,
  type NationalOptions,
  nationalTablesSerializer,
  nextNationalEvent,
  writeYearSheet,
  type YearSheet,
} from '../index.ts';
import { valuesOfSheet } from './values-of-sheet.ts';

const first: NationalEvent = { kind: 'NEW', version: 1, updatedAt: '2026-06-01T08:00:00' };
const options: NationalOptions = { departmentCode: '92', eventOf: () => first };
/** Rows of a table as objects. */
function rowsOf(
  table: string,
  sheets: readonly YearSheet[],
  given = options,
): readonly Record<string, string | null>[] {
  const found = nationalTablesSerializer.write(sheets, given).tables.find(({ name }) => name === table);
  assert.ok(found, table);
  return found.rows.map((row) =>
    Object.fromEntries(found.columns.map((column, index) => [column, row[index] ?? null])),
  );
}

function lossesOf(sheet: YearSheet, given = options) {
  return nationalTablesSerializer.write([sheet], given).lost;
}

describe('the record’s own XML as a serializer', () => {
  it('makes one canonical file a sheet and loses nothing', () => {
    const { files, lost } = hocbaXmlSerializer.write([sampleSheet, lowerSecondarySheet], {});
    assert.deepEqual(
      files.map(({ content }) => content),
      [sampleSheet, lowerSecondarySheet].map((sheet) => assembleRecordXml(writeYearSheet(sheet), [])),
    );
    assert.equal(files[0]?.name, '0123456789abcdef0123456789abcdef-2025-2026-1.xml');
    assert.deepEqual(lost, []);
  });

  it('puts signatures in their place', () => {
    const signature = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"></ds:Signature>';
    const { files } = hocbaXmlSerializer.write([sampleSheet], { signaturesOf: () => [signature] });
    assert.ok(files[0]?.content.includes(`<ChuKy>${signature}</ChuKy>`));
  });
});

describe('the national tables', () => {
  it('tell a primary sheet with completion and promotion apart', () => {
    const conclusion = { ...sampleSheet.conclusion, gradeCompleted: false, promoted: true };
    const [row] = rowsOf('thongtinsohocbasotieuhoc', [{ ...sampleSheet, conclusion }]);
    assert.deepEqual(
      [row?.duoclenlop, row?.hoanthanhchuongtrinhlop, row?.hoanthanhchuongtrinhtieuhoc, row?.macaphoc, row?.gioitinh],
      ['1', '0', '0', '02', '2'],
    );
  });

  it('keep a birth date as incomplete as the register has it', () => {
    assert.equal(rowsOf('thongtinsohocbasotieuhoc_nguoivn', [sampleSheet])[0]?.ngaysinh, '2017-03');
  });

  it('give one row a semester and one for the year, with levels 1 to 4', () => {
    const rows = rowsOf('ketquahoctapththcsthpttx', [hardestLowerSecondarySheet]);
    assert.deepEqual(
      rows.map(({ hocky, mahocluc, mahanhkiem, colenlop, corenluyenlai }) => [
        hocky,
        mahocluc,
        mahanhkiem,
        colenlop,
        corenluyenlai,
      ]),
      [
        ['1', '3', '3', null, null],
        ['2', '4', '4', null, null],
        ['3', '4', '4', '1', '1'],
      ],
    );
  });

  it('leave the levels of a centre empty while its thresholds are off', () => {
    assert.equal(rowsOf('ketquahoctapththcsthpttx', [continuingSheet])[2]?.mahocluc, null);
  });

  it('give a row its own lasting identity, whatever is inserted before it', () => {
    const ids = (sheet: YearSheet) =>
      rowsOf('thongtinsohocbasothcsthpt_bangdiem', [sheet]).map(({ IdBanGhi }) => IdBanGhi);
    const all = ids(lowerSecondarySheet);
    assert.equal(new Set(all).size, 12);
    const shorter = { ...lowerSecondarySheet, subjects: lowerSecondarySheet.subjects.slice(1) };
    assert.deepEqual(ids(shorter), all.slice(1));
    assert.ok(all.every((id) => (id ?? '').length <= 150));
  });

  it('write the ministry’s subject codes where they are loaded and say so where they are not', () => {
    const subjectCodes = new Map([['TO', '02']]);
    const [, mathematics] = rowsOf('thongtinsohocbasothcsthpt_bangdiem', [lowerSecondarySheet], {
      ...options,
      subjectCodes,
    });
    assert.equal(mathematics?.mamonhoc, '02');
    const own = lossesOf(lowerSecondarySheet, { ...options, subjectCodes }).find(
      ({ path }) => path === 'subjects[].subject',
    );
    assert.deepEqual([own?.loss, own?.values], ['own-code', 11]);
  });

  it('put a foreign pupil into the table of foreigners, and a temporary code nowhere', () => {
    const student = {
      ...sampleSheet.student,
      nationality: 'Lào',
      personalId: 'TAM-17',
      personalIdStatus: 'temporary' as const,
    };
    const sheet = { ...sampleSheet, student };
    assert.deepEqual(rowsOf('thongtinsohocbasotieuhoc_nguoivn', [sheet]), []);
    const given = { ...options, countryCodes: new Map([['Lào', 'LAO']]) };
    const [row] = rowsOf('thongtinsohocbasotieuhoc_congdannuocngoai', [sheet], given);
    assert.deepEqual([row?.quoctich, row?.sogiaytoxnc], ['LAO', null]);
    const lost = lossesOf(sheet).map(({ path }) => path);
    assert.ok(lost.includes('student.personalId') && lost.includes('student.nationality'));
  });

  it('cut long prose, leave out a code that is too long, and tell both', () => {
    const school = { ...hardestLowerSecondarySheet.school, schoolId: '1'.repeat(21) };
    const sheet = { ...hardestLowerSecondarySheet, school };
    const year = rowsOf('ketquahoctapththcsthpttx', [sheet])[2];
    assert.equal([...(year?.nhanxet ?? '')].length, 255);
    assert.equal(rowsOf('thongtinsohocbasothcsthpt', [sheet])[0]?.matruong, null);
    const lost = new Map(lossesOf(sheet).map(({ path, loss }) => [path, loss]));
    assert.deepEqual(
      [lost.get('conclusion.homeroomComment'), lost.get('school.schoolId')],
      ['shortened', 'not-carried'],
    );
  });

  for (const sheet of everySheet) {
    it(`a sheet of ${sheet.subjects.length} rows (${sheet.schoolLevel}): every value stands in a cell or in the list of losses`, () => {
      const { tables, lost } = nationalTablesSerializer.write([sheet], options);
      const cells = new Set(tables.flatMap(({ rows }) => rows.flat()));
      const told = new Set(lost.map(({ path }) => path));
      for (const path of ['student.fullName', 'student.motherName', 'placeOfIssue', 'className', 'school.name']) {
        const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], sheet);
        assert.ok(value === null || cells.has(String(value)) || told.has(path), path);
      }
      for (const [path, count] of valuesOfSheet(sheet)) {
        const missing = lost.find((loss) => loss.path === path && loss.loss === 'not-carried')?.values ?? 0;
        assert.ok(missing >= 0 && missing <= count, path);
      }
      assert.ok(lost.every(({ sentence }) => sentence.endsWith('.')));
    });
  }

  it('of several sheets stand in one table, told apart by their identity', () => {
    const rows = rowsOf('thongtinsohocbasothcsthpt', [
      lowerSecondarySheet,
      { ...lowerSecondarySheet, schoolYear: '2026-2027' },
    ]);
    assert.equal(new Set(rows.map(({ IdBanGhi }) => IdBanGhi)).size, 2);
  });
});

describe('the events of a record in the national tables', () => {
  const updatedAt = '2026-07-01T09:30:00';

  it('begin with NEW and count on', () => {
    const next = nextNationalEvent(undefined, { kind: 'NEW', updatedAt });
    const cancelled = nextNationalEvent(next, { kind: 'CANCEL', updatedAt });
    const replaced = nextNationalEvent(cancelled, { kind: 'UPdate', updatedAt });
    assert.deepEqual(
      [next, cancelled, replaced].map(({ kind, version }) => `${kind} ${version}`),
      ['NEW 1', 'CANCEL 2', 'UPdate 3'],
    );
  });

  it('cannot be out of turn', () => {
    assert.throws(() => nextNationalEvent(undefined, { kind: 'UPdate', updatedAt }), RangeError);
    assert.throws(() => nextNationalEvent(first, { kind: 'NEW', updatedAt }), RangeError);
    assert.throws(() => nextNationalEvent({ kind: 'CANCEL', version: 2 }, { kind: 'CANCEL', updatedAt }), RangeError);
  });

  it('have a version above 0 and a real time', () => {
    for (const event of [
      { ...first, version: 0 },
      { ...first, version: 1.5 },
      { ...first, updatedAt: '2026-06-01' },
      { ...first, updatedAt: '2026-13-01T08:00:00' },
    ]) {
      const given = { ...options, eventOf: () => event };
      assert.throws(() => nationalTablesSerializer.write([sampleSheet], given), RangeError);
    }
  });

  it('stand in every row of every table', () => {
    const cancel = { ...options, eventOf: () => ({ ...first, kind: 'CANCEL' as const, version: 4 }) };
    const { tables } = nationalTablesSerializer.write([hardestUpperSecondarySheet], cancel);
    for (const { name, columns, rows } of tables) {
      const at = (column: string) => columns.indexOf(column);
      assert.ok(
        rows.every((row) => row[at('SuKien')] === 'CANCEL' && row[at('PhienBan')] === '4'),
        name,
      );
    }
    assert.equal(
      rowsOf('thongtinsohocbasothcsthpt', [hardestUpperSecondarySheet], cancel)[0]?.trangthaithongtinhocba,
      '0',
    );
  });
});
