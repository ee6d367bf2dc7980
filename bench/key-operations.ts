import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { spentHere } from './cpu-time.ts';

/** Processor milliseconds of one operation, nothing around it. */
export interface KeyCosts {
  readonly p256Sign: number;
  readonly p256Verify: number;
  readonly rsa3072Sign: number;
  readonly rsa3072Verify: number;
}

const data = Buffer.alloc(2000, 7);

/** What the bare key operations cost here and now: the floor beneath everything else in the same run. */
export async function measureKeys(): Promise<KeyCosts> {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey;
  const [ecPublic, rsaPublic] = [createPublicKey(ec), createPublicKey(rsa)];
  const [ecValue, rsaValue] = [sign('sha256', data, ec), sign('sha256', data, rsa)];
  return {
    p256Sign: await each(10_000, () => sign('sha256', data, ec)),
    p256Verify: await each(5000, () => verify('sha256', data, ecPublic, ecValue)),
    rsa3072Sign: await each(500, () => sign('sha256', data, rsa)),
    rsa3072Verify: await each(10_000, () => verify('sha256', data, rsaPublic, rsaValue)),
  };
}

async function each(count: number, operation: () => unknown): Promise<number> {
  const { cpu } = await spentHere(() => {
    for (let i = 0; i < count; i += 1) operation();
  });
  return (cpu * 1000) / count;
}
