import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createRecordVerifier, VerificationTooSlow } from './record-verifier.ts';

const verifier = createRecordVerifier(1);
after(() => verifier.close());

const nobody = { key: 'nobody', trust: { anchors: [], intermediates: [], crls: [], ocsps: [] } };
const question = (text: string) => ({
  bytes: new TextEncoder().encode(text),
  at: Date.parse('2026-06-10T05:00:00Z'),
  lookupBaseUrl: 'https://tracuu.example/h/',
});

it('one thread answers one file after another, also under another trust', async () => {
  const reports = await Promise.all([
    verifier.verify(question('neither'), nobody),
    verifier.verify(question('<a/>'), nobody),
    verifier.verify(question('%PDF-1.7 broken'), { ...nobody, key: 'again nobody' }),
  ]);
  assert.deepEqual(
    reports.map(({ outcome, kind }) => [outcome, kind]),
    [
      ['unreadable', null],
      ['unreadable', 'xml'],
      ['unreadable', 'pdf'],
    ],
  );
});

it('a file that takes too long costs its thread, and the next file gets a new one', async () => {
  const long = `<a>${'<b>x</b>'.repeat(200_000)}</a>`;
  await assert.rejects(verifier.verify(question(long), nobody, 1), VerificationTooSlow);
  assert.equal((await verifier.verify(question('<a/>'), nobody)).outcome, 'unreadable');
});

it('a crowd is turned away rather than kept waiting', async () => {
  const crowd = await Promise.allSettled(Array.from({ length: 80 }, () => verifier.verify(question('x'), nobody)));
  const refused = crowd.filter((each) => each.status === 'rejected');
  assert.equal(refused.length, 80 - 1 - 64);
  for (const each of refused) assert.ok(each.reason instanceof VerificationTooSlow);
});
