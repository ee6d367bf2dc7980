import { type EnvelopeAccepted, type EnvelopeHeader, signEnvelope, verifyEnvelope } from '@hocba/protocol';
import { AppError } from '../app-error.ts';
import type { Answer, IncomingMessage, MessageHandler, MessageHandlers } from '../messages.ts';
import type { Platform } from '../platform.ts';
import { findAnswer, judgeInbox, rememberMessage } from './inbox.ts';
import { envelopeTrust, findPeer, textDigest } from './peers.ts';

/**
 * Takes one envelope and gives the signed answer. A message that came before gets its first answer again, whatever has
 * changed since. @throws AppError for what is not a message of a peer; the sender keeps it and tries again
 */
export async function receiveMessage(platform: Platform, handlers: MessageHandlers, jws: string): Promise<string> {
  const envelope = await verifyEnvelope(jws, envelopeTrust(platform.config, platform.clock.now()));
  if (envelope.outcome === 'refused') {
    platform.log.warn({ code: envelope.code, details: envelope.details }, 'envelope refused');
    throw refused(envelope.code, envelope.sentence);
  }
  const { header } = envelope;
  const before = await findAnswer(platform.database.unscoped, header);
  if (before?.bodyDigest === header.bodyDigest) return before.jws;
  const taken = await handlerFor(platform, handlers, envelope).take(incoming(envelope));
  return platform.database.transaction(taken.scope, async (tx) => {
    const judged = await judgeInbox(tx, header);
    if (!judged.act) {
      if (judged.jws !== undefined) return judged.jws;
      throw refused('message-conflict', 'Mã hoặc số thứ tự của thông điệp đã dùng cho nội dung khác.');
    }
    if (judged.missing > 0) platform.log.info({ sender: header.sender, missing: judged.missing }, 'messages missing');
    const signed = await signAnswer(platform, header, await taken.effect(tx));
    await rememberMessage(tx, header, { jws: signed, at: platform.clock.now() });
    return signed;
  });
}

function handlerFor(platform: Platform, handlers: MessageHandlers, { header, message }: EnvelopeAccepted) {
  const handler = handlers[message.kind] as MessageHandler | undefined;
  const peer = findPeer(platform.config, header.sender);
  if (!handler || !peer || !handler.from.includes(peer.kind)) {
    throw refused('kind-not-accepted', `Hệ thống này không nhận thông điệp “${message.kind}” từ “${header.sender}”.`);
  }
  return handler;
}

function incoming({ header, message }: EnvelopeAccepted): IncomingMessage {
  const { messageId, sender, sequence, createdAt } = header;
  return { messageId, sender, sequence, createdAt, kind: message.kind, body: message.body };
}

/** An answer has the number of the message it answers. */
function signAnswer(platform: Platform, header: EnvelopeHeader, answer: Answer): Promise<string> {
  const draft = {
    messageId: platform.randomHex(16),
    sender: platform.config.organisationId,
    receiver: header.sender,
    sequence: header.sequence,
    createdAt: platform.clock.now().toISOString(),
    message: answer,
  };
  return signEnvelope(draft, platform.installKey, textDigest);
}

function refused(code: string, sentence: string): AppError {
  return new AppError({ code, status: 400, sentence });
}
