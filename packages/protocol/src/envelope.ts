import { identifier, instant, object, type Rule, sha256, text, wholeNumber } from './rule.ts';

/** Who says what to whom, as the how-manieth message, about which body. */
export interface EnvelopeHeader {
  /** Chosen once by the sender and kept over every attempt: receivers act on it once. */
  readonly messageId: string;
  readonly sender: string;
  readonly receiver: string;
  /** From 1, counting per sender and receiver, without gaps. */
  readonly sequence: number;
  readonly kind: string;
  /** UTC instant. */
  readonly createdAt: string;
  /** SHA-256 of the UTF-8 octets of `body`, hexadecimal. */
  readonly bodyDigest: string;
}

/** The JWS payload: the body goes as JSON text, so that its digest needs no canonical JSON. */
export interface EnvelopePayload extends EnvelopeHeader {
  readonly body: string;
}

/** Largest envelope, in characters of its compact JWS: a record's two files in base64 twice over, and some. */
export const longestEnvelope = 16_000_000;
const longestBody = 8_000_000;

export const envelopePayload: Rule<EnvelopePayload> = object<EnvelopePayload>({
  messageId: identifier,
  sender: identifier,
  receiver: identifier,
  sequence: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  kind: text(40),
  createdAt: instant,
  bodyDigest: sha256,
  body: text(longestBody),
});

/** SHA-256 of a text's UTF-8 octets, in lower-case hexadecimal; handed in, for this package does no cryptography of its own. */
export type TextDigest = (text: string) => string;

export const jwsType = 'hocba-envelope+jws';
export const jwsAlgorithm = 'ES256';
