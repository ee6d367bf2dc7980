import { signEnvelope, verifyEnvelope } from '@hocba/protocol';
import type { Answer, SignedAnswer } from '../messages.ts';
import type { Platform } from '../platform.ts';
import { composeMessage } from './compose-message.ts';
import type { OpenMessage } from './outbox-rows.ts';
import { envelopeTrust, findPeer, textDigest } from './peers.ts';

/** Verifying a record with its PDF takes the receiver a while. */
const TIMEOUT_MS = 60_000;
export const envelopeType = 'application/jose';

/** Sends one message and gives the receiver's signed answer. @throws Error for whatever keeps it from being confirmed. */
export async function sendMessage(platform: Platform, row: OpenMessage): Promise<SignedAnswer> {
  const { config, installKey, files } = platform;
  const peer = findPeer(config, row.receiver);
  if (!peer) throw new Error(`no peer ${row.receiver} in the settings`);
  const draft = {
    messageId: row.messageId,
    sender: config.organisationId,
    receiver: row.receiver,
    sequence: Number(row.sequence),
    createdAt: row.createdAt.toISOString(),
    message: await composeMessage(files, row),
  };
  const response = await fetch(`${peer.url}/exchange/messages`, {
    method: 'POST',
    headers: { 'content-type': envelopeType },
    body: await signEnvelope(draft, installKey, textDigest),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${row.receiver} answers ${response.status}: ${text.slice(0, 300)}`);
  return { answer: await checkAnswer(platform, row, text), jws: text };
}

/** An answer counts only signed by the receiver, to us, about this message. */
async function checkAnswer(platform: Platform, row: OpenMessage, jws: string): Promise<Answer> {
  const envelope = await verifyEnvelope(jws, envelopeTrust(platform.config, platform.clock.now()));
  if (envelope.outcome === 'refused') throw new Error(`answer of ${row.receiver} refused: ${envelope.code}`);
  const { header, message } = envelope;
  if (header.sender !== row.receiver) throw new Error(`answer signed by ${header.sender}, not by ${row.receiver}`);
  if (message.kind !== 'receipt' && message.kind !== 'acknowledgement')
    throw new Error(`${message.kind} is not an answer`);
  if (message.body.inReplyTo !== row.messageId) throw new Error('answer to another message');
  return message;
}
