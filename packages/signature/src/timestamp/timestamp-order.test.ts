import assert from 'node:assert/strict';
import { test } from 'node:test';
import { earlierOf } from './timestamp-order.ts';
import type { TimestampInfo } from './timestamp-token.ts';

const token = (genTime: number, more: Partial<TimestampInfo> = {}): TimestampInfo => ({
  ...{ policy: '2.999', imprint: { digest: new Uint8Array() }, serialNumber: '01', genTime, ordering: false },
  ...more,
});

test('tokens are ordered by their times as far as those are accurate', () => {
  const first = token(1000, { accuracy: 400 });
  assert.equal(earlierOf([token(2000, { accuracy: 500 }), first], false), first);
  assert.equal(earlierOf([token(2000, { accuracy: 600 }), first], false), undefined);
  assert.equal(earlierOf([token(1000), first], false), undefined);
});

test('an authority that orders its tokens is believed about its own only', () => {
  const first = token(1000, { accuracy: 5000, ordering: true });
  const second = token(1001, { accuracy: 5000, ordering: true });
  assert.equal(earlierOf([second, first], true), first);
  assert.equal(earlierOf([second, first], false), undefined);
});
