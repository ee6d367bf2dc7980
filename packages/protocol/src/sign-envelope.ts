import { CompactSign } from 'jose';
import { type EnvelopePayload, jwsAlgorithm, jwsType, type TextDigest } from './envelope.ts';
import { type Message, parseMessage } from './message.ts';

/** What the sender decides; digest and signature are added. */
export interface EnvelopeDraft {
  readonly messageId: string;
  readonly sender: string;
  readonly receiver: string;
  readonly sequence: number;
  /** UTC instant, `2026-05-28T08:30:00Z`. */
  readonly createdAt: string;
  readonly message: Message;
}

/** The install's own key: whatever jose takes (KeyObject, CryptoKey, JWK), P-256. */
export interface EnvelopeSigner {
  readonly key: Parameters<CompactSign['sign']>[0];
  /** DER in base64, the install's certificate first. */
  readonly certificates: readonly string[];
}

/**
 * The message as a compact JWS, ready to send.
 * @throws RangeError when the message is one its receiver would refuse: that is a fault of the caller
 */
export async function signEnvelope(draft: EnvelopeDraft, signer: EnvelopeSigner, digest: TextDigest): Promise<string> {
  const { message, ...header } = draft;
  const parsed = parseMessage(message.kind, message.body);
  if ('problems' in parsed) throw new RangeError(`message is not valid: ${parsed.problems.join('; ')}`);
  const body = JSON.stringify(message.body);
  const payload: EnvelopePayload = { ...header, kind: message.kind, bodyDigest: digest(body), body };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: jwsAlgorithm, typ: jwsType, x5c: [...signer.certificates] })
    .sign(signer.key);
}
