import type { CryptoPort } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import { prepareTrust, verifyRecordFile } from '@hocba/verify';
import { nodeVerifyTools } from '@hocba/verify/node';
import { upperSecondarySheet } from '../packages/record/testing/secondary-samples.ts';
import { SampleAuthority, verifyTime } from '../tests/samples/sample-authority.ts';
import { spentHere } from './cpu-time.ts';
import { signedRecords } from './signed-records.ts';
import { VerificationFloor } from './verification-floor.ts';

/**
 * Records of upper secondary school verified wholly (content, signatures, timestamps, paths, revocation, rules), in
 * processor time, beside the same public-key operations and digests made bare in the same run: `node bench/verify-secondary.ts`.
 * Each round reads the trust anew and every record once.
 */
const count = 40;
const rounds = 8;

for (const keyKind of ['rsa-2048', 'p-256'] as const) {
  const { trust, signaturesEach, record } = signedRecords(upperSecondarySheet, new SampleAuthority(keyKind));
  const records = Array.from({ length: count }, (_, student) => record(student));
  const verifyAll = async (crypto: CryptoPort) => {
    const prepared = prepareTrust(trust, crypto);
    for (const file of records) {
      const { outcome, sentence } = await verifyRecordFile(file, prepared, {
        ...nodeVerifyTools,
        crypto,
        at: verifyTime,
      });
      if (outcome !== 'valid') throw new Error(sentence);
    }
  };
  const floor = new VerificationFloor();
  await verifyAll(floor.port);
  const whole = await leastCpu(() => verifyAll(nodeCrypto));
  const keys = await leastCpu(floor.verifyAll);
  const digests = await leastCpu(floor.digestAll);
  const operations = (floor.signatures / count).toFixed(1);
  const share = ((100 * (keys + digests)) / whole).toFixed(0);
  console.log(`${keyKind}, ${signaturesEach} signatures with timestamps, ${records[0]?.length} bytes`);
  console.log(
    `  whole ${whole.toFixed(2)} ms CPU a record; ${operations} key operations ${keys.toFixed(2)} ms, ` +
      `digests ${digests.toFixed(2)} ms (together ${share} %)`,
  );
}

/** Milliseconds a record, of the best round. */
async function leastCpu(work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) least = Math.min(least, (await spentHere(work)).cpu);
  return (least * 1000) / count;
}
