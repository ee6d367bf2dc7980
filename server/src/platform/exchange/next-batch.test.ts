import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextBatch, waitAfter } from './next-batch.ts';

const about = (number: number, recordId: string) => ({ kind: 'submission', number, payload: { sheet: { recordId } } });
const aboutAll = (number: number) => ({ kind: 'lock-notice', number, payload: {} });
const numbers = (open: readonly (ReturnType<typeof about> | ReturnType<typeof aboutAll>)[]) =>
  nextBatch(open).map((lane) => lane.map((row) => row.number));

describe('when messages wait to be sent', () => {
  it('those about different records go side by side, those about one record in order', () => {
    assert.deepEqual(numbers([about(1, 'a'), about(2, 'b'), about(3, 'a')]), [[1, 3], [2]]);
  });

  it('one about no single record waits for all before it', () => {
    assert.deepEqual(numbers([about(1, 'a'), aboutAll(2), about(3, 'b')]), [[1]]);
  });

  it('and goes alone once it is the first', () => {
    assert.deepEqual(numbers([aboutAll(2), about(3, 'b'), aboutAll(4)]), [[2]]);
  });

  it('nothing open is nothing to send', () => {
    assert.deepEqual(numbers([]), []);
  });
});

it('pauses grow to half a minute and no further', () => {
  assert.deepEqual([0, 1, 5, 50].map(waitAfter), [500, 1000, 30_000, 30_000]);
});
