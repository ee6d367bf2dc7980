import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CompactSign } from 'jose';
import { digest, makeInstall, noon } from '../testing/install-key.ts';
import { sampleMessages, sampleSubmission } from '../testing/sample-messages.ts';
import { type EnvelopeDraft, type EnvelopeTrust, judgeDelivery, signEnvelope, verifyEnvelope } from './index.ts';

const school = makeInstall('school:94000123');
const otherSchool = makeInstall('school:94000124');
const stranger = makeInstall('school:94000123');

const trust: EnvelopeTrust = { self: 'province:92', peers: [otherSchool.peer, school.peer], at: noon, digest };
const draft: EnvelopeDraft = {
  messageId: '6f1c2d7e-1111-4222-8333-944455556666',
  sender: 'school:94000123',
  receiver: 'province:92',
  sequence: 7,
  createdAt: '2026-06-10T04:59:00Z',
  message: sampleSubmission,
};

const sent = await signEnvelope(draft, school.signer, digest);

async function codeOf(jws: string, change: Partial<EnvelopeTrust> = {}): Promise<string> {
  const result = await verifyEnvelope(jws, { ...trust, ...change });
  if (result.outcome === 'accepted') return 'accepted';
  assert.match(result.sentence, /\p{Lu}.*\.$/u);
  return result.code;
}

/** The envelope with another payload under the old signature. */
function withPayload(change: (payload: Record<string, unknown>) => object): string {
  const [header, payload = '', signature] = sent.split('.');
  const changed = change(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

/** Signs any payload with the school's true key. */
function signAnything(payload: unknown, header: object = {}): Promise<string> {
  const x5c = [...school.signer.certificates];
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ: 'hocba-envelope+jws', x5c, ...header })
    .sign(school.signer.key);
}

function payloadOf(jws: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());
}

describe('when an envelope is received', () => {
  it('every kind of message arrives as it was sent', async () => {
    for (const message of sampleMessages) {
      const result = await verifyEnvelope(await signEnvelope({ ...draft, message }, school.signer, digest), trust);
      assert.ok(result.outcome === 'accepted', message.kind);
      assert.deepEqual(result.message, message);
      assert.deepEqual([result.header.sequence, result.header.messageId], [7, draft.messageId]);
    }
  });

  it('a tampered body, header or signature is refused', async () => {
    const tampered = withPayload((payload) => ({ ...payload, body: String(payload['body']).replace('3A', '3B') }));
    assert.equal(await codeOf(tampered), 'signature-invalid');
    assert.equal(await codeOf(withPayload((payload) => ({ ...payload, sequence: 8 }))), 'signature-invalid');
    const other = await signEnvelope({ ...draft, sequence: 8 }, school.signer, digest);
    assert.equal(await codeOf([...sent.split('.').slice(0, 2), other.split('.')[2]].join('.')), 'signature-invalid');
  });

  it('a certificate that is not pinned is refused, whatever name it bears', async () => {
    assert.equal(await codeOf(await signEnvelope(draft, stranger.signer, digest)), 'certificate-not-pinned');
  });

  it('a stranger who shows a pinned certificate is refused', async () => {
    const signer = { key: stranger.signer.key, certificates: school.signer.certificates };
    assert.equal(await codeOf(await signEnvelope(draft, signer, digest)), 'signature-invalid');
  });

  it('a peer cannot speak in the name of another', async () => {
    assert.equal(await codeOf(await signEnvelope(draft, otherSchool.signer, digest)), 'wrong-sender');
  });

  it('an envelope for someone else is refused', async () => {
    assert.equal(await codeOf(sent, { self: 'province:79' }), 'wrong-receiver');
  });

  it('a certificate outside its time is refused, and so is a message from the future', async () => {
    const days = 86_400_000;
    assert.equal(await codeOf(sent, { at: noon + 2 * days }), 'certificate-not-valid');
    assert.equal(await codeOf(sent, { at: noon - 2 * days }), 'certificate-not-valid');
    const ahead = { ...draft, createdAt: '2026-06-10T05:10:00Z' };
    assert.equal(await codeOf(await signEnvelope(ahead, school.signer, digest)), 'from-the-future');
  });

  it('an unsigned or symmetric JWS is refused', async () => {
    const header = (fields: object) =>
      Buffer.from(JSON.stringify({ typ: 'hocba-envelope+jws', ...fields })).toString('base64url');
    const [, payload] = sent.split('.');
    const x5c = school.signer.certificates;
    assert.equal(await codeOf(`${header({ alg: 'none', x5c })}.${payload}.`), 'malformed');
    assert.equal(await codeOf(`${header({ alg: 'HS256', x5c })}.${payload}.AAAA`), 'malformed');
    assert.equal(await codeOf(`${header({ alg: 'ES256' })}.${payload}.AAAA`), 'malformed');
    assert.equal(await codeOf('not a jws'), 'malformed');
    assert.equal(await codeOf(await signAnything(payloadOf(sent), { typ: 'JWT' })), 'malformed');
  });

  it('a true signature over a false payload is refused for what is wrong', async () => {
    const payload = payloadOf(sent);
    assert.equal(await codeOf(await signAnything({ ...payload, extra: 1 })), 'malformed');
    assert.equal(await codeOf(await signAnything({ ...payload, sequence: 0 })), 'malformed');
    assert.equal(await codeOf(await signAnything([payload])), 'malformed');
    assert.equal(await codeOf(await signAnything({ ...payload, body: '{}' })), 'body-digest-differs');
    assert.equal(await codeOf(await signAnything({ ...payload, kind: 'recall' })), 'unknown-kind');
    assert.equal(await codeOf(await signAnything({ ...payload, kind: 'receipt' })), 'body-invalid');
    const notJson = { ...payload, body: '{', bodyDigest: digest('{') };
    assert.equal(await codeOf(await signAnything(notJson)), 'body-invalid');
  });

  it('an envelope that is too large is refused before anything is decoded', async () => {
    assert.equal(await codeOf('A'.repeat(16_000_001)), 'too-large');
  });
});

describe('when a message is about to be sent', () => {
  it('one that its receiver would refuse is not signed', async () => {
    const body = { ...sampleSubmission.body, xmlDigest: 'x' };
    const message = { kind: 'submission', body } as EnvelopeDraft['message'];
    await assert.rejects(signEnvelope({ ...draft, message }, school.signer, digest), RangeError);
  });
});

describe('when a verified envelope is judged', () => {
  const header = { ...draft, kind: 'submission', bodyDigest: 'a'.repeat(64) };
  const judge = (seenBodyDigest: string | undefined, lastSequence: number) =>
    judgeDelivery(header, { seenBodyDigest, lastSequence });

  it('the next number is acted on', () => {
    assert.deepEqual(judge(undefined, 6), { delivery: 'next' });
  });

  it('the same message again is a duplicate', () => {
    assert.deepEqual(judge(header.bodyDigest, 7), { delivery: 'duplicate' });
  });

  it('the same messageId with another body is a conflict, and so is a number used before', () => {
    assert.deepEqual(judge('b'.repeat(64), 6), { delivery: 'conflict' });
    assert.deepEqual(judge(undefined, 7), { delivery: 'conflict' });
  });

  it('a gap is told with the number of messages missing', () => {
    assert.deepEqual(judge(undefined, 4), { delivery: 'early', missing: 2 });
  });
});
