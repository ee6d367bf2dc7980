import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { birthDateForm, isBirthDate, knowsBirthDate, maskName, readCode, viewForCodeHolder } from './lookup.policy.ts';
import type { PublishedRecord } from './published.store.ts';

const record: PublishedRecord = {
  recordId: 'a'.repeat(32),
  schoolYear: '2025-2026',
  version: 1,
  schoolId: '92000902',
  codeHash: 'c'.repeat(64),
  schoolName: 'Trường Tiểu học Cồn Bần',
  grade: 3,
  className: '3A',
  studentName: 'Trần Minh Thư',
  birthDate: '2015-03-09',
  yearResult: 'Hoàn thành tốt',
  state: 'locked',
  effectiveDate: '2026-06-25',
  xmlDigest: 'd'.repeat(64),
  pdfDigest: 'e'.repeat(64),
  sender: 'SO-92',
  publishedAt: new Date(0),
};

describe('whoever holds a code', () => {
  it('learns neither full name nor birth date nor results nor the record’s id', () => {
    const told = JSON.stringify(viewForCodeHolder(record));
    for (const secret of [record.studentName, record.birthDate, 'completedWell', record.recordId, record.codeHash]) {
      assert.ok(!told.includes(secret), secret);
    }
    assert.match(told, /T\. M\. Thư/);
  });
});

describe('a masked name', () => {
  const cases = [
    ['Trần Minh Thư', 'T. M. Thư'],
    ['H’Ngân Êban', 'H. Êban'],
    ['  Đặng   Ý ', 'Đ. Ý'],
    ['Thạch', 'Thạch'],
  ] as const;
  for (const [name, masked] of cases) it(`${name} is ${masked}`, () => assert.equal(maskName(name), masked));
});

describe('the birth date', () => {
  const cases: [string, string, boolean][] = [
    ['2015-03-09', '09/03/2015', true],
    ['2015-03-09', '9/3/2015', true],
    ['2015-03-09', '2015-03-09', true],
    ['2015-03-09', '03/2015', false],
    ['2015-03-09', '2015', false],
    ['2015-03-09', '', false],
    ['2015', '2015', true],
    ['2015', '01/01/2015', false],
    ['2015-03', '3/2015', true],
    ['2015-03', '09/03/2015', false],
  ];
  for (const [onRecord, entered, known] of cases) {
    it(`${onRecord} on the record, “${entered}” entered: ${known ? 'opens' : 'stays closed'}`, () =>
      assert.equal(knowsBirthDate(entered, { birthDate: onRecord }), known));
  }
  it('what cannot be one is told from a wrong one', () => {
    for (const entered of ['09/03/2015', '3/2015', '2015', '2015-03-09']) assert.ok(isBirthDate(entered), entered);
    for (const entered of ['', '9 tháng 3', '31/02/2015', '09/03/15']) assert.ok(!isBirthDate(entered), entered);
  });
  it('is asked for in the form the record has it', () => {
    assert.equal(birthDateForm({ birthDate: '2015' }), 'năm');
    assert.equal(birthDateForm({ birthDate: '2015-03' }), 'tháng/năm');
    assert.equal(birthDateForm({ birthDate: '2015-03-09' }), 'ngày/tháng/năm');
  });
});

it('a code is read as people type it', () => {
  const code = '0123456789abcdef0123456789abcdef';
  assert.equal(readCode(' 0123 4567 89AB CDEF 0123-4567-89ab-cdef '), code);
  for (const typed of ['', '123', `${code}0`, code.replace('a', 'g'), '../../etc/passwd']) {
    assert.equal(readCode(typed), undefined);
  }
});
