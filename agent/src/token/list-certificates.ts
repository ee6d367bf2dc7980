import { createHash } from 'node:crypto';
import { type Certificate, parseCertificate } from '@hocba/signature';
import { type Cryptoki, ck, type Handle } from './cryptoki.ts';
import { attributeOf, findObjects } from './find-objects.ts';

/** A certificate on a token that can sign: those of authorities are left out. */
export interface TokenCertificate {
  readonly slot: Handle;
  readonly tokenLabel: string;
  /** CKA_ID, which its private key has as well. */
  readonly keyId: Buffer;
  /** SHA-256 of the certificate, hex: how others name it. */
  readonly fingerprint: string;
  readonly certificate: Uint8Array;
  /** Those above it that the token holds as well. */
  readonly chain: readonly Uint8Array[];
  readonly holder: string;
  /** Epoch milliseconds. */
  readonly notAfter: number;
  readonly pin: 'good' | 'low' | 'lastTry' | 'locked';
}

/** Certificates of all tokens that are plugged in; needs no PIN. */
export function listCertificates(module: Cryptoki): TokenCertificate[] {
  return module.C_GetSlotList(true).flatMap((slot) => certificatesOf(module, slot));
}

function certificatesOf(module: Cryptoki, slot: Handle): TokenCertificate[] {
  const { label, flags } = module.C_GetTokenInfo(slot);
  if ((flags & ck.flagTokenInitialised) === 0) return [];
  const session = module.C_OpenSession(slot, ck.sessionSerial);
  try {
    const found = findObjects(module, session, [
      { type: ck.attributeClass, value: ck.classCertificate },
      { type: ck.attributeCertificateType, value: ck.certificateX509 },
    ]).flatMap((object) => {
      const parsed = readable(attributeOf(module, { session, object }, ck.attributeValue));
      return parsed ? [{ parsed, keyId: attributeOf(module, { session, object }, ck.attributeId) }] : [];
    });
    const all = found.map(({ parsed }) => parsed);
    return found
      .filter(({ parsed }) => parsed.extensions.basicConstraints?.ca !== true)
      .map(({ parsed, keyId }) => ({
        slot,
        tokenLabel: label.trim(),
        keyId,
        fingerprint: createHash('sha256').update(parsed.der).digest('hex'),
        certificate: parsed.der,
        chain: chainAbove(parsed, all).map(({ der }) => der),
        holder: parsed.subject.commonName ?? '',
        notAfter: parsed.notAfter,
        pin: pinState(flags),
      }));
  } finally {
    module.C_CloseSession(session);
  }
}

function readable(der: Buffer): Certificate | undefined {
  try {
    return parseCertificate(new Uint8Array(der));
  } catch {
    return undefined;
  }
}

function chainAbove(leaf: Certificate, all: readonly Certificate[]): Certificate[] {
  const chain: Certificate[] = [];
  for (let top = leaf; ; ) {
    const wanted = top.extensions.authorityKeyIdentifier;
    const issuer = all.find((one) => {
      const fits = wanted !== undefined && one.extensions.subjectKeyIdentifier === wanted;
      return fits && one !== top && !chain.includes(one);
    });
    if (!issuer) return chain;
    chain.push(issuer);
    top = issuer;
  }
}

function pinState(flags: number): TokenCertificate['pin'] {
  if ((flags & ck.flagPinLocked) !== 0) return 'locked';
  if ((flags & ck.flagPinFinalTry) !== 0) return 'lastTry';
  return (flags & ck.flagPinCountLow) === 0 ? 'good' : 'low';
}
