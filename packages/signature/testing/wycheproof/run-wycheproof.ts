import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignatureAlgorithm } from '../../src/crypto/algorithms.ts';
import type { CryptoPort } from '../../src/crypto/crypto-port.ts';
import { verifyDerSignature } from '../../src/crypto/index.ts';
import { fromHex } from '../../src/der/writer.ts';

/** A file of vectors as the project publishes it; the fields read here. */
interface VectorFile {
  readonly testGroups: readonly VectorGroup[];
}

interface VectorGroup {
  readonly type: string;
  readonly publicKeyDer?: string;
  readonly sha?: string;
  readonly mgfSha?: string;
  readonly sLen?: number;
  readonly tests: readonly { tcId: number; comment: string; msg: string; sig: string; result: string }[];
}

export interface WycheproofDisagreement {
  readonly vector: string;
  readonly expected: string;
}

export interface WycheproofResult {
  readonly run: number;
  readonly disagreements: readonly WycheproofDisagreement[];
}

const fileNames = /^(rsa_signature|rsa_pss|ecdsa_secp(256|384|521)r1|ed25519|eddsa)_.*test\.json$/;
const digests: Readonly<Record<string, string>> = { 'SHA-256': '256', 'SHA-384': '384', 'SHA-512': '512' };

/**
 * Runs every vector of an algorithm this package has through the port, over its folder of JSON files. `acceptable` vectors
 * (odd but harmless encodings) may go either way. Groups of other digests are passed over.
 */
export async function runWycheproof(folder: string, crypto: CryptoPort): Promise<WycheproofResult> {
  const disagreements: WycheproofDisagreement[] = [];
  let run = 0;
  for (const name of readdirSync(folder)
    .filter((file) => fileNames.test(file))
    .sort()) {
    const file: VectorFile = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const group of file.testGroups) {
      const algorithm = algorithmOf(group);
      if (algorithm === undefined || group.publicKeyDer === undefined) continue;
      for (const test of group.tests) {
        run += 1;
        const answer = await verify({ group, algorithm, msg: test.msg, sig: test.sig }, crypto);
        if (test.result === 'acceptable' || answer === (test.result === 'valid')) continue;
        disagreements.push({ vector: `${name} ${test.tcId} ${test.comment}`, expected: test.result });
      }
    }
  }
  return { run, disagreements };
}

function algorithmOf({ type, sha = '', mgfSha }: VectorGroup): SignatureAlgorithm | undefined {
  if (type === 'EddsaVerify') return 'ed25519';
  const digest = digests[sha];
  if (digest === undefined || (mgfSha !== undefined && mgfSha !== sha)) return undefined;
  if (type.startsWith('RsassaPkcs1')) return `rsa-sha${digest}` as SignatureAlgorithm;
  if (type.startsWith('RsassaPss')) return `rsa-pss-sha${digest}` as SignatureAlgorithm;
  return type.startsWith('Ecdsa') ? (`ecdsa-sha${digest}` as SignatureAlgorithm) : undefined;
}

function verify(
  { group, algorithm, msg, sig }: { group: VectorGroup; algorithm: SignatureAlgorithm; msg: string; sig: string },
  crypto: CryptoPort,
): Promise<boolean> | boolean {
  const input = {
    ...{ algorithm, publicKey: fromHex(group.publicKeyDer ?? ''), data: fromHex(msg), signature: fromHex(sig) },
    ...(group.sLen !== undefined && algorithm.startsWith('rsa-pss') && { saltLength: group.sLen }),
  };
  return group.type === 'EcdsaP1363Verify' ? crypto.verify(input) : verifyDerSignature(crypto, input);
}
