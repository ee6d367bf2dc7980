import { createECDH, type KeyObject, randomBytes } from 'node:crypto';

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * ECDSA P-256 over a finished digest, as a signing device does; node:crypto can only sign data. r‖s.
 * Not in constant time: for the keys of the simulators and of tests, never for a real one.
 */
export function signDigestWithEcdsa(key: KeyObject, digest: Uint8Array): Uint8Array {
  const { d } = key.export({ format: 'jwk' });
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1' || d === undefined || digest.length !== 32) {
    throw new Error('only P-256 and SHA-256');
  }
  const secret = numberOf(Buffer.from(d, 'base64url'));
  const z = numberOf(digest);
  for (;;) {
    const nonce = (numberOf(randomBytes(40)) % (order - 1n)) + 1n;
    const r = xOfMultiple(nonce) % order;
    const s = (inverse(nonce) * (z + r * secret)) % order;
    if (r !== 0n && s !== 0n) return Uint8Array.from([...bytesOf(r), ...bytesOf(s)]);
  }
}

/** The x coordinate of nonce·G: a public key is exactly that. */
function xOfMultiple(nonce: bigint): bigint {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(bytesOf(nonce));
  return numberOf(ecdh.getPublicKey().subarray(1, 33));
}

function inverse(value: bigint): bigint {
  let [r, nextR, t, nextT] = [order, value % order, 0n, 1n];
  while (nextR !== 0n) {
    const quotient = r / nextR;
    [r, nextR] = [nextR, r - quotient * nextR];
    [t, nextT] = [nextT, t - quotient * nextT];
  }
  return t < 0n ? t + order : t;
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function bytesOf(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
}
