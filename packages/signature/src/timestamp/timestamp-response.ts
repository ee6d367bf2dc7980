import type { DigestAlgorithm } from '../crypto/index.ts';
import { childrenOf, DerMembers, readDer } from '../der/reader.ts';
import { readBitPositions, readSmallInteger, readText, toHex } from '../der/simple-values.ts';
import { tag } from '../der/tags.ts';
import { equalBytes } from '../der/writer.ts';
import { SignatureError } from '../errors.ts';
import { parseTimestampToken, type TimestampToken } from './timestamp-token.ts';

export interface TimestampAnswerTo {
  readonly digest: Uint8Array;
  /** The nonce of the request. */
  readonly nonce: Uint8Array;
  readonly digestAlgorithm?: DigestAlgorithm;
}

/**
 * The token of a TimeStampResp, when it was granted and answers this very request; its signature is checked by
 * `checkTimestampToken`. Throws `timestamp-refused` (the authority's reason inside) and `timestamp-malformed`.
 */
export function parseTimestampResponse(response: Uint8Array, asked: TimestampAnswerTo): TimestampToken {
  const token = parseTimestampToken(tokenBytes(response));
  const { imprint, nonce } = token.info;
  if (imprint.algorithm !== (asked.digestAlgorithm ?? 'sha-256') || !equalBytes(imprint.digest, asked.digest)) {
    throw new SignatureError('timestamp-malformed', 'token over another digest');
  }
  if (nonce !== toHex(asked.nonce).replace(/^(00)+(?=..)/, '')) {
    throw new SignatureError('timestamp-malformed', 'token for another nonce');
  }
  return token;
}

function tokenBytes(response: Uint8Array): Uint8Array {
  const { status, detail, token } = readResponse(response);
  // 0 granted, 1 granted with modifications: we asked for what we want.
  if (status !== 0 || token === undefined) throw new SignatureError('timestamp-refused', `status ${status} ${detail}`);
  return token;
}

function readResponse(response: Uint8Array): { status: number; detail: string; token: Uint8Array | undefined } {
  try {
    const members = new DerMembers(readDer(response));
    const info = new DerMembers(members.take(tag.sequence));
    const status = readSmallInteger(info.take(tag.integer));
    const texts = info.takeIf(tag.sequence);
    const failure = info.takeIf(tag.bitString);
    info.end();
    const token = members.takeIf(tag.sequence)?.bytes;
    members.end();
    const words = texts === undefined ? [] : childrenOf(texts).map(readText);
    const bits =
      failure === undefined ? [] : [...readBitPositions(failure)].map((bit) => failureNames[bit] ?? `bit ${bit}`);
    return { status, detail: [...words, ...bits].join(', '), token };
  } catch (error) {
    throw new SignatureError('timestamp-malformed', error instanceof Error ? error.message : String(error));
  }
}

/** @spec RFC 3161 2.4.2 */
const failureNames: Readonly<Record<number, string>> = {
  0: 'badAlg',
  2: 'badRequest',
  5: 'badDataFormat',
  14: 'timeNotAvailable',
  15: 'unacceptedPolicy',
  16: 'unacceptedExtension',
  17: 'addInfoNotAvailable',
  25: 'systemFailure',
};
