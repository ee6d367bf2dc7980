import assert from 'node:assert/strict';
import { it } from 'node:test';
import { formatDateInWords, formatPartialDate, isCalendarDate, isSchoolYear, parsePartialDate } from './index.ts';

it('dates are read as registers write them', () => {
  const read = ['9/3/2017', '09-03-2017', '03/2017', '2017', ' 2017-03-09 ', '2017-03'].map(parsePartialDate);
  assert.deepEqual(read, ['2017-03-09', '2017-03-09', '2017-03', '2017', '2017-03-09', '2017-03']);
});

it('a date that does not exist is not a date', () => {
  const wrong = ['30/2/2017', '29/2/2017', '13/2017', '0/3/2017', '2017-2-1', '17', '', '1899', '29/2/1900'];
  assert.deepEqual(
    wrong.map(parsePartialDate),
    wrong.map(() => undefined),
  );
  assert.equal(parsePartialDate('29/02/2016'), '2016-02-29');
  assert.equal(isCalendarDate('2017-03'), false);
});

it('dates are printed as forms want them', () => {
  assert.deepEqual(['2017-03-09', '2017-03', '2017'].map(formatPartialDate), ['09/03/2017', '03/2017', '2017']);
  assert.equal(formatDateInWords('2026-05-09'), 'ngày 09 tháng 5 năm 2026');
  assert.equal(formatDateInWords('2026-02-28'), 'ngày 28 tháng 02 năm 2026');
});

it('a school year is two consecutive years', () => {
  assert.deepEqual(['2025-2026', '2025-2027', '2025'].map(isSchoolYear), [true, false, false]);
});
