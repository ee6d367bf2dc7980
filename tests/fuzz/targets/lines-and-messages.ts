import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type EnvelopeTrust, parseMessage, signEnvelope, verifyEnvelope } from '@hocba/protocol';
import { evaluateLine } from '@hocba/rules';
import { CompactSign } from 'jose';
import { digest, makeInstall, noon } from '../../../packages/protocol/testing/install-key.ts';
import { sampleMessages, sampleSubmission } from '../../../packages/protocol/testing/sample-messages.ts';
import { alteredJson } from '../alter/json.ts';
import { alteredText } from '../alter/text.ts';
import { asBytes } from '../alter/text-bytes.ts';
import { bytesOf, type FuzzTarget, textOf } from '../fuzz-target.ts';

/** A pupil's year as a line, and what installs send each other: every answer is an outcome, nothing is thrown. */
export const lineAndMessageTargets: readonly FuzzTarget[] = [
  { name: 'evaluated-line', read: (bytes) => evaluate(textOf(bytes)), seeds: shownLines, alter: alteredJson },
  { name: 'message', read: (bytes) => parseBody(textOf(bytes)), seeds: messages, alter: alteredJson },
  {
    ...{ name: 'envelope', seeds: async () => [bytesOf(await sentEnvelope())], alter: asBytes(alteredText) },
    read: (bytes) => verifyEnvelope(textOf(bytes), trust()),
  },
  {
    ...{ name: 'envelope-of-a-peer', seeds: async () => [payloadOf(await sentEnvelope())], alter: alteredJson },
    read: async (payload) => verifyEnvelope(await signedByPeer(payload), trust()),
  },
];

function evaluate(line: string): void {
  const { outcome, text } = evaluateLine(line, 1);
  const answer: unknown = JSON.parse(text);
  assert.ok(typeof answer === 'object' && answer !== null && 'line' in answer && !text.includes('\n'));
  assert.equal(outcome === 'unreadable', 'error' in answer);
}

/** The lines that the format's page shows. */
function shownLines(): readonly Uint8Array[] {
  const page = readFileSync(new URL('../../../docs/formats/evaluate.md', import.meta.url), 'utf8');
  const lines = [...page.matchAll(/```json\n([\s\S]*?)\n```/g)].flatMap(([, json = '']) => json.split('\n'));
  return lines.filter((line) => line.startsWith('{"id"')).map(bytesOf);
}

function parseBody(text: string): void {
  const { kind, body } = messageIn(text);
  const parsed = parseMessage(kind, body);
  assert.ok('message' in parsed || parsed.problems.length > 0);
}

function messages(): readonly Uint8Array[] {
  return sampleMessages.map((message) => bytesOf(JSON.stringify(message)));
}

function messageIn(text: string): { readonly kind: string; readonly body?: unknown } {
  try {
    const { kind, body } = JSON.parse(text) ?? {};
    return { kind: String(kind), body };
  } catch {
    return { kind: text };
  }
}

let known: ReturnType<typeof makeInstall> | undefined;

function peer() {
  known ??= makeInstall('school:94000123');
  return known;
}

const trust = (): EnvelopeTrust => ({ self: 'province:92', peers: [peer().peer], at: noon, digest });

function sentEnvelope(): Promise<string> {
  const addresses = { sender: 'school:94000123', receiver: 'province:92' };
  const header = { messageId: '6f1c2d7e-1111-4222-8333-944455556666', sequence: 7, createdAt: '2026-06-10T04:59:00Z' };
  return signEnvelope({ ...header, ...addresses, message: sampleSubmission }, peer().signer, digest);
}

const payloadOf = (jws: string) => new Uint8Array(Buffer.from(jws.split('.')[1] ?? '', 'base64url'));

/** What a peer with a true key may send. */
function signedByPeer(payload: Uint8Array): Promise<string> {
  const x5c = [...peer().signer.certificates];
  return new CompactSign(payload)
    .setProtectedHeader({ alg: 'ES256', typ: 'hocba-envelope+jws', x5c })
    .sign(peer().signer.key);
}
