import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { parseCertificate, type Signer } from '../src/index.ts';
import { verifyDigest } from '../src/node.ts';

/** How many of the next calls go wrong in which way, as the simulators of services know them. */
export type ProviderFaults = Readonly<Record<string, number>>;

/** Ways a service goes wrong and is asked again. */
const passingFaults: Readonly<Record<string, ProviderFaults>> = {
  'too many requests, and unavailable': { tooManyRequests: 1, unavailable: 1 },
  'a list cut short': { partialList: 2 },
  'another order': { wrongOrder: 2 },
  'a stranger’s key': { wrongKey: 2 },
  'the same signature for all': { duplicate: 2 },
  'the connection breaks after asking': { cutAfterAsking: 2 },
  'the connection breaks after signing': { cutAfterSigning: 2 },
};

/** The service behind a signer, where there is one. */
export interface ProviderRig {
  /** Most digests one authorisation covers in this test. */
  readonly multisign: number;
  /** How the next calls go wrong; `{}` ends all. */
  misbehave(faults: ProviderFaults): Promise<void>;
  /** Answers what waits on the phone; how many digests each request named. */
  phone(decision: 'approve' | 'reject'): Promise<readonly number[]>;
  /** How often the service signed each digest. */
  timesSigned(): Promise<readonly number[]>;
}

export interface SignerRig {
  readonly signer: Signer;
  readonly provider?: ProviderRig;
  close(): Promise<void>;
}

export interface SignerContract {
  readonly keys: readonly ('p-256' | 'rsa-2048')[];
  open(key: 'p-256' | 'rsa-2048'): Promise<SignerRig>;
  /** A service is behind it, with a phone, a limit and ways to go wrong. */
  readonly service?: boolean;
  /** Why none of it can be tried here. */
  readonly skip?: string;
}

/** What everything that signs must keep to, whatever stands behind it. Each implementation's test calls this. */
export function signerContract(name: string, contract: SignerContract): void {
  describe(name, { concurrency: true, skip: contract.skip ?? false }, () => {
    for (const key of contract.keys) describe(key, { concurrency: 1 }, () => keepsTo(contract, key));
  });
}

function keepsTo({ open, service = false }: SignerContract, key: SignerContract['keys'][number]): void {
  let rig: SignerRig;
  before(async () => {
    rig = await open(key);
  });
  after(() => rig?.close());
  everySigner(() => rig);
  if (!service) return;
  test('when the service misbehaves, or the phone says no', async (t) => {
    const { provider, signer } = rig;
    assert.ok(provider, 'a service to try');
    await everyService(t, { provider, signer });
  });
}

function everySigner(rig: () => SignerRig): void {
  test('one signature for each digest, in order, each verified by its certificate', async () => {
    const digests = someDigests(7, 'order');
    assertSigned(rig().signer, digests, await sign(rig(), digests));
  });

  test('a digest that stands twice has its signature at both places', async () => {
    const [first, second] = someDigests(2, 'twice') as [Uint8Array, Uint8Array];
    const digests = [first, second, first];
    assertSigned(rig().signer, digests, await sign(rig(), digests));
  });

  test('a digest of another length is refused, and nothing is signed', async () => {
    const { signer, provider } = rig();
    const before = await provider?.timesSigned();
    for (const length of [0, 20, 31, 33, 48]) {
      const digests = [...someDigests(1, 'length'), new Uint8Array(length)];
      await assert.rejects(signer.signDigests(digests), { code: 'signing-failed' });
    }
    assert.deepEqual(await provider?.timesSigned(), before);
  });

  test('nothing to sign is no act', async () => {
    assert.deepEqual(await rig().signer.signDigests([]), []);
  });

  test('an act that was aborted signs nothing', async () => {
    const { signer } = rig();
    const reason = new Error('no longer wanted');
    await assert.rejects(signer.signDigests(someDigests(2, 'aborted'), { signal: AbortSignal.abort(reason) }), reason);
  });
}

interface Served {
  readonly provider: ProviderRig;
  readonly signer: Signer;
}

type Subtests = Pick<Parameters<NonNullable<Parameters<typeof test>[0]>>[0], 'test'>;

async function everyService(t: Subtests, { provider, signer }: Served): Promise<void> {
  const rig = { signer, provider, close: async () => undefined };

  await t.test('a list longer than the service’s limit is asked for in parts of it', async () => {
    const digests = someDigests(provider.multisign * 2 + 1, 'chunks');
    const asked: number[] = [];
    assertSigned(signer, digests, await sign(rig, digests, asked));
    assert.deepEqual(asked, [provider.multisign, provider.multisign, 1]);
  });

  for (const [fault, switches] of Object.entries(passingFaults)) {
    await t.test(`two answers go wrong (${fault}): every digest is signed all the same, and once`, async () => {
      const digests = someDigests(3, fault);
      const before = total(await provider.timesSigned());
      await provider.misbehave(switches);
      assertSigned(signer, digests, await sign(rig, digests));
      await provider.misbehave({});
      assert.equal(total(await provider.timesSigned()) - before, digests.length);
    });
  }

  await t.test('an authorisation that ends half-way is asked for again, for what is missing only', async () => {
    const digests = someDigests(3, 'expiry');
    const asked: number[] = [];
    await provider.misbehave({ sadSeconds: 2, latencyMs: 900, partialList: 3 });
    assertSigned(signer, digests, await sign(rig, digests, asked));
    await provider.misbehave({});
    assert.equal(asked[0], 3);
    assert.ok(asked.length > 1 && asked.slice(1).every((count) => count <= 3), `asked for ${asked}`);
  });

  await t.test('a list refused on the phone is not signed', async () => {
    const before = total(await provider.timesSigned());
    const act = signer.signDigests(someDigests(2, 'refused'));
    const refusing = answerUntil(act, () => provider.phone('reject'));
    await assert.rejects(act, { code: 'signing-failed' });
    await refusing;
    assert.equal(total(await provider.timesSigned()), before);
  });

  await t.test('an act that is aborted while the phone is asked ends at once', async () => {
    const controller = new AbortController();
    const act = signer.signDigests(someDigests(2, 'abort'), { signal: controller.signal });
    const reason = new Error('the browser was closed');
    setTimeout(() => controller.abort(reason), 300);
    await assert.rejects(act, reason);
    await provider.phone('reject');
  });
}

/** Signs, with somebody at the phone who approves whatever comes. */
async function sign({ signer, provider }: SignerRig, digests: readonly Uint8Array[], asked: number[] = []) {
  const act = signer.signDigests(digests);
  if (provider) await answerUntil(act, async () => void asked.push(...(await provider.phone('approve'))));
  return act;
}

async function answerUntil(act: Promise<unknown>, answer: () => Promise<unknown>): Promise<void> {
  let over = false;
  const end = () => {
    over = true;
  };
  act.then(end, end);
  for (; !over; await wait(40)) await answer();
}

function assertSigned(signer: Signer, digests: readonly Uint8Array[], signatures: readonly Uint8Array[]): void {
  const { algorithm, certificate } = signer;
  const publicKey = parseCertificate(certificate).spki;
  assert.equal(signatures.length, digests.length);
  digests.forEach((digest, index) => {
    const signature = signatures[index] ?? new Uint8Array();
    assert.ok(verifyDigest({ algorithm, publicKey, digest, signature }), `signature ${index}`);
  });
}

let round = 0;

/** Fresh ones each time: a service remembers what it signed. */
function someDigests(count: number, seed: string): Uint8Array[] {
  round += 1;
  return Array.from({ length: count }, (_, index) => createHash('sha256').update(`${seed} ${round} ${index}`).digest());
}

function total(times: readonly number[]): number {
  return times.reduce((sum, each) => sum + each, 0);
}
