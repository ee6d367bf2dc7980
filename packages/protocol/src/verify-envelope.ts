import { compactVerify, decodeProtectedHeader, importX509 } from 'jose';
import {
  type EnvelopeHeader,
  type EnvelopePayload,
  envelopePayload,
  jwsAlgorithm,
  jwsType,
  longestEnvelope,
  type TextDigest,
} from './envelope.ts';
import { type Message, parseMessage } from './message.ts';

/** An install one has agreed to talk to, known by its certificates: nothing else in the world is trusted here. */
export interface PinnedPeer {
  readonly id: string;
  readonly certificates: readonly PinnedCertificate[];
}

export interface PinnedCertificate {
  /** DER in base64. */
  readonly der: string;
  /** Epoch milliseconds; outside them the certificate is not accepted. */
  readonly validFrom: number;
  readonly validTo: number;
}

export interface EnvelopeTrust {
  /** The receiver's own id. */
  readonly self: string;
  readonly peers: readonly PinnedPeer[];
  /** Now, epoch milliseconds. */
  readonly at: number;
  readonly digest: TextDigest;
}

export type EnvelopeProblemCode =
  | 'too-large'
  | 'malformed'
  | 'certificate-not-pinned'
  | 'certificate-not-valid'
  | 'signature-invalid'
  | 'wrong-sender'
  | 'wrong-receiver'
  | 'from-the-future'
  | 'body-digest-differs'
  | 'unknown-kind'
  | 'body-invalid';

export interface EnvelopeRefused {
  readonly outcome: 'refused';
  readonly code: EnvelopeProblemCode;
  /** Vietnamese, whole sentence. */
  readonly sentence: string;
  readonly details: readonly string[];
}

export interface EnvelopeAccepted {
  readonly outcome: 'accepted';
  readonly header: EnvelopeHeader;
  readonly message: Message;
  readonly certificate: PinnedCertificate;
}

/** How far a sender's clock may run ahead. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/**
 * Checks signature, sender, receiver, digest and body, in this order; nothing unsigned is parsed beyond the JWS
 * header. Whether the message is new is for {@link judgeDelivery}.
 */
export async function verifyEnvelope(jws: string, trust: EnvelopeTrust): Promise<EnvelopeAccepted | EnvelopeRefused> {
  if (jws.length > longestEnvelope) return refused('too-large', 'Thông điệp quá lớn.');
  const leaf = leafCertificate(jws);
  if (leaf === undefined) return refused('malformed', 'Thông điệp không phải JWS ES256 có chứng thư (x5c).');
  const pinned = findPinned(leaf, trust.peers);
  if (!pinned) return refused('certificate-not-pinned', 'Chứng thư của bên gửi chưa được đăng ký với hệ thống này.');
  if (trust.at < pinned.certificate.validFrom || trust.at > pinned.certificate.validTo) {
    return refused(
      'certificate-not-valid',
      `Chứng thư của bên gửi “${pinned.peer.id}” đã hết hạn hoặc chưa có hiệu lực.`,
    );
  }
  const signed = await verifiedText(jws, leaf);
  if (signed === undefined)
    return refused('signature-invalid', 'Chữ ký của thông điệp không đúng: nội dung đã bị thay đổi.');
  const payload = parsePayload(signed);
  if ('outcome' in payload) return payload;
  return addressProblem(payload, pinned.peer, trust) ?? readBody(payload, pinned.certificate);
}

function leafCertificate(jws: string): string | undefined {
  try {
    const { alg, typ, x5c } = decodeProtectedHeader(jws);
    return alg === jwsAlgorithm && typ === jwsType && Array.isArray(x5c) && typeof x5c[0] === 'string'
      ? x5c[0]
      : undefined;
  } catch {
    return undefined;
  }
}

function findPinned(leaf: string, peers: readonly PinnedPeer[]) {
  for (const peer of peers) {
    const certificate = peer.certificates.find(({ der }) => der === leaf);
    if (certificate) return { peer, certificate };
  }
  return undefined;
}

async function verifiedText(jws: string, leaf: string): Promise<string | undefined> {
  try {
    const lines = leaf.match(/.{1,64}/g)?.join('\n') ?? '';
    const key = await importX509(`-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----`, jwsAlgorithm);
    const { payload } = await compactVerify(jws, key, { algorithms: [jwsAlgorithm] });
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload);
  } catch {
    return undefined;
  }
}

function parsePayload(signed: string): EnvelopePayload | EnvelopeRefused {
  const problems: string[] = [];
  const payload = envelopePayload.parse(jsonOrUndefined(signed), { path: '', problems });
  if (payload && problems.length === 0) return payload;
  return refused('malformed', 'Phong bì của thông điệp không đúng định dạng.', problems);
}

function addressProblem(payload: EnvelopePayload, peer: PinnedPeer, trust: EnvelopeTrust): EnvelopeRefused | undefined {
  if (payload.sender !== peer.id) {
    return refused('wrong-sender', `Thông điệp ghi bên gửi “${payload.sender}” nhưng do “${peer.id}” ký.`);
  }
  if (payload.receiver !== trust.self)
    return refused('wrong-receiver', `Thông điệp này gửi cho “${payload.receiver}”.`);
  if (Date.parse(payload.createdAt) > trust.at + CLOCK_TOLERANCE_MS) {
    return refused('from-the-future', 'Thời điểm lập thông điệp ở tương lai: kiểm tra đồng hồ của bên gửi.');
  }
  if (trust.digest(payload.body) === payload.bodyDigest) return undefined;
  return refused('body-digest-differs', 'Mã băm của nội dung không khớp với phong bì.');
}

function readBody(payload: EnvelopePayload, certificate: PinnedCertificate): EnvelopeAccepted | EnvelopeRefused {
  const { body, ...header } = payload;
  const parsed = parseMessage(header.kind, jsonOrUndefined(body));
  if ('message' in parsed) return { outcome: 'accepted', header, message: parsed.message, certificate };
  const unknownKind = parsed.problems.some((problem) => problem.startsWith('kind:'));
  if (unknownKind) return refused('unknown-kind', 'Loại thông điệp không được hỗ trợ.', parsed.problems);
  return refused('body-invalid', 'Nội dung thông điệp không đúng định dạng.', parsed.problems);
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(code: EnvelopeProblemCode, sentence: string, details: readonly string[] = []): EnvelopeRefused {
  return { outcome: 'refused', code, sentence, details };
}
