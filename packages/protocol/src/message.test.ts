import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleBodies, sampleMessages } from '../testing/sample-messages.ts';
import { messageKinds, parseMessage } from './index.ts';

function problemsOf(kind: string, body: unknown): string {
  const parsed = parseMessage(kind, body);
  return 'problems' in parsed ? parsed.problems.join('; ') : '';
}

describe('when a message body is read', () => {
  it('there is a sample of every kind, and each survives JSON unchanged', () => {
    assert.deepEqual(
      sampleMessages.map(({ kind }) => kind),
      messageKinds,
    );
    for (const message of sampleMessages) {
      assert.deepEqual(parseMessage(message.kind, JSON.parse(JSON.stringify(message.body))), { message });
    }
  });

  it('an unknown kind is refused', () => {
    assert.match(problemsOf('recall', {}), /kind/);
    assert.match(problemsOf('toString', {}), /kind/);
  });

  it('no field may be missing', () => {
    for (const { kind, body } of sampleMessages) {
      for (const field of Object.keys(body)) {
        assert.match(problemsOf(kind, { ...body, [field]: undefined }), new RegExp(`^${field}`), `${kind}.${field}`);
      }
    }
  });

  it('no field may be added, at any depth', () => {
    for (const { kind, body } of sampleMessages)
      assert.match(problemsOf(kind, { ...body, extra: 1 }), /không có trường “extra”/);
    const { sheet } = sampleBodies.submission;
    const deep = { ...sampleBodies.submission, sheet: { ...sheet, fullName: 'Ai đó' } };
    assert.match(problemsOf('submission', deep), /^sheet: .*fullName/);
    assert.match(problemsOf('submission', JSON.parse('{"__proto__": {"sheet": 1}}')), /__proto__/);
  });

  const submission = sampleBodies.submission;
  const wrong: [string, string, object, RegExp][] = [
    ['a version that is not whole', 'submission', { sheet: { ...submission.sheet, version: 1.5 } }, /sheet\.version/],
    [
      'a school year that is none',
      'submission',
      { sheet: { ...submission.sheet, schoolYear: '2025-2027' } },
      /sheet\.schoolYear/,
    ],
    ['a digest in capitals', 'submission', { xmlDigest: 'A'.repeat(64) }, /xmlDigest/],
    ['base64 with blanks', 'submission', { pdfBase64: 'JVBE Ri0=' }, /pdfBase64/],
    ['a PDF that is too large', 'submission', { pdfBase64: 'A'.repeat(5_333_340) }, /pdfBase64/],
    ['a rejection without reasons', 'receipt', { reasons: [] }, /reasons/],
    ['an acceptance with reasons', 'receipt', { outcome: 'accepted' }, /reasons/],
    ['a time with an offset', 'receipt', { receivedAt: '2026-06-10T12:00:00+07:00' }, /receivedAt/],
    ['a day that does not exist', 'lock-notice', { effectiveDate: '2026-06-31' }, /effectiveDate/],
    ['an unknown cohort', 'lock-notice', { cohort: 'all' }, /cohort/],
    ['a state the public may not see', 'publication', { state: 'draft' }, /state/],
    ['too long a page', 'reconciliation', { records: Array(1001).fill(0) }, /records/],
    [
      'an unknown state',
      'reconciliation',
      { records: [{ ...sampleBodies.reconciliation.records[0], state: 'x' }] },
      /records\.0\.state/,
    ],
  ];
  for (const [what, kind, change, expected] of wrong) {
    it(`${what} is refused`, () => {
      const body = Object.entries(sampleBodies).find(([name]) => name === kind)?.[1];
      assert.match(problemsOf(kind, { ...body, ...change }), expected);
    });
  }

  it('a body that is no object is refused', () => {
    for (const body of [null, undefined, [], 'x', 1]) assert.match(problemsOf('receipt', body), /đối tượng/);
  });
});
