import assert from 'node:assert/strict';
import { it } from 'node:test';
import { vietnamTime } from './vietnam-time.ts';

it('an instant late in the day in UTC is the next day in Vietnam', () => {
  assert.equal(vietnamTime('2025-12-31T17:00:01Z'), '00:00:01 ngày 01/01/2026 (GMT+7)');
});

it('an instant given with an offset is the same instant', () => {
  assert.equal(vietnamTime('2026-06-05T10:22:31+07:00'), vietnamTime('2026-06-05T03:22:31Z'));
});
