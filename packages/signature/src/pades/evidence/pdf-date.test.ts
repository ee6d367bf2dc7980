import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pdfDate } from './pdf-date.ts';

it('a date of PDF is read as far as it goes, with its zone', () => {
  const at = Date.UTC(2026, 4, 29, 8, 15, 30);
  for (const text of [
    'D:20260529081530Z',
    "D:20260529151530+07'00'",
    "D:20260529151530+07'00",
    '20260529081530',
    "D:20260529040030-04'15'",
  ]) {
    assert.equal(pdfDate(text), at, text);
  }
  assert.equal(pdfDate('D:2026'), Date.UTC(2026, 0, 1));
});

it('what is no date says nothing', () => {
  for (const text of [undefined, '', 'hôm nay', 'D:20261345', "D:20260529151530+07'00'x"])
    assert.equal(pdfDate(text), undefined);
});
