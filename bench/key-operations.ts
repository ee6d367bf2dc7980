import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** Milliseconds of one operation on one core, nothing around it. */
export interface KeyCosts {
  readonly p256Sign: number;
  readonly p256Verify: number;
  readonly rsa3072Sign: number;
  readonly rsa3072Verify: number;
}

const SPENT_MS = 1500;
const data = Buffer.alloc(2000, 7);

/** What the bare key operations cost here and now: the floor beneath everything else in the same run. */
export function measureKeys(): KeyCosts {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey;
  const [ecPublic, rsaPublic] = [createPublicKey(ec), createPublicKey(rsa)];
  const [ecValue, rsaValue] = [sign('sha256', data, ec), sign('sha256', data, rsa)];
  return {
    p256Sign: each(() => sign('sha256', data, ec)),
    p256Verify: each(() => verify('sha256', data, ecPublic, ecValue)),
    rsa3072Sign: each(() => sign('sha256', data, rsa)),
    rsa3072Verify: each(() => verify('sha256', data, rsaPublic, rsaValue)),
  };
}

function each(operation: () => unknown): number {
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < SPENT_MS) {
    for (let i = 0; i < 20; i += 1) operation();
    count += 20;
  }
  return (performance.now() - started) / count;
}
