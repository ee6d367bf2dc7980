import { setImmediate as breathe } from 'node:timers/promises';
import { parseCertificate, type SignatureAlgorithm, SignatureError, type Signer } from '@hocba/signature';
import { checkedSigner, digestInfo } from '@hocba/signature/node';
import { type Cryptoki, ck, type Handle, returnValueOf } from './cryptoki.ts';
import { attributeOf, findObjects } from './find-objects.ts';
import type { TokenCertificate } from './list-certificates.ts';

/** Why the token did not open, for the person at the PC. */
export class PinError extends Error {
  readonly reason: 'wrong' | 'locked';

  constructor(reason: 'wrong' | 'locked') {
    super(
      reason === 'wrong'
        ? 'Sai mã PIN của thiết bị ký. Nhập sai nhiều lần thiết bị sẽ bị khoá.'
        : 'Thiết bị ký đã bị khoá. Hãy liên hệ nơi cấp để mở khoá.',
    );
    this.reason = reason;
  }
}

const LARGEST_SIGNATURE = 1024;

/**
 * A key on a token, as a Signer. Each call logs in with the PIN, signs, and logs out; the PIN is held by this object only.
 * A wrong PIN is never tried twice: tokens lock after three. Rejects with PinError.
 */
export function tokenSigner(module: Cryptoki, of: TokenCertificate, pin: string): Signer {
  const { certificate, chain } = of;
  const algorithm = algorithmOf(certificate);
  return checkedSigner({
    certificate,
    chain,
    algorithm,
    signDigests: async (digests, { signal } = {}) => {
      if (digests.length === 0) return [];
      const session = module.C_OpenSession(of.slot, ck.sessionSerial);
      try {
        logIn(module, session, pin);
        const key = keyOf(module, session, of);
        const signatures: Uint8Array[] = [];
        for (const digest of digests) {
          signal?.throwIfAborted();
          signatures.push(signOne(module, { session, key, pin }, { algorithm, digest }));
          // A token needs a tenth of a second a signature: the page asks for progress meanwhile.
          await breathe();
        }
        return signatures;
      } finally {
        // Ends the login as well: it is the only session.
        module.C_CloseSession(session);
      }
    },
  });
}

function logIn(module: Cryptoki, session: Handle, pin: string): void {
  try {
    module.C_Login(session, ck.userNormal, pin);
  } catch (error) {
    const value = returnValueOf(error);
    if (value === ck.returnPinIncorrect) throw new PinError('wrong');
    if (value === ck.returnPinLocked) throw new PinError('locked');
    throw error;
  }
}

interface OpenKey {
  readonly session: Handle;
  readonly key: { readonly handle: Handle; readonly asksEachTime: boolean };
  readonly pin: string;
}

function keyOf(module: Cryptoki, session: Handle, { keyId }: TokenCertificate): OpenKey['key'] {
  const [handle] = findObjects(module, session, [
    { type: ck.attributeClass, value: ck.classPrivateKey },
    { type: ck.attributeId, value: keyId },
  ]);
  if (!handle) throw new SignatureError('signing-failed', 'the token has no key for this certificate');
  return { handle, asksEachTime: asksEachTime(module, session, handle) };
}

/** CKA_ALWAYS_AUTHENTICATE; tokens that do not know it do not ask. */
function asksEachTime(module: Cryptoki, session: Handle, object: Handle): boolean {
  try {
    return attributeOf(module, { session, object }, ck.attributeAlwaysAuthenticate)[0] === 1;
  } catch {
    return false;
  }
}

function signOne(
  module: Cryptoki,
  { session, key, pin }: OpenKey,
  { algorithm, digest }: { algorithm: SignatureAlgorithm; digest: Uint8Array },
): Uint8Array {
  const rsa = algorithm === 'rsa-sha256';
  module.C_SignInit(session, { mechanism: rsa ? ck.mechanismRsaPkcs : ck.mechanismEcdsa }, key.handle);
  if (key.asksEachTime) module.C_Login(session, ck.userContextSpecific, pin);
  const data = Buffer.from(rsa ? digestInfo(algorithm, digest) : digest);
  return new Uint8Array(module.C_Sign(session, data, Buffer.alloc(LARGEST_SIGNATURE)));
}

function algorithmOf(certificate: Uint8Array): SignatureAlgorithm {
  return parseCertificate(certificate).publicKeyAlgorithm.family === 'ec' ? 'ecdsa-sha256' : 'rsa-sha256';
}
