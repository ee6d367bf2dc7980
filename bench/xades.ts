import { performance } from 'node:perf_hooks';
import { checkXades, parseCertificate, parseXml } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import { signTestRecord, testLayout } from '../packages/signature/src/xades/test-record.ts';
import { testSignatories } from '../packages/signature/src/xades/test-signatories.ts';

/**
 * What a record of three signatures costs to write and to check, beside the bare key operations in the same run, on
 * one core: `node bench/xades.ts`. Timestamps are left out of writing, since another process makes them.
 */
const encoder = new TextEncoder();

for (const algorithm of ['rsa-sha256', 'ecdsa-sha256'] as const) {
  const signatories = testSignatories();
  const signatory = signatories.issue('Người ký đo tốc độ', algorithm);
  const three = [signatory, signatory, signatory];
  const data = new Uint8Array(2000);
  const signature = signatory.sign(data);
  const { spki } = parseCertificate(signatory.certificate);

  const bareSign = measure(() => {
    for (let i = 0; i < 3; i += 1) signatory.sign(data);
  });
  const write = measure(() => signTestRecord(three));
  const bytes = encoder.encode(signTestRecord(three, signatories).xml);
  const bareVerify = measure(() => {
    for (let i = 0; i < 3; i += 1) void nodeCrypto.verify({ algorithm, publicKey: spki, data, signature });
  });
  const read = measure(() => parseXml(bytes));
  const check = await measureAsync(() =>
    checkXades(parseXml(bytes), { crypto: nodeCrypto, layout: testLayout }).then(() => undefined),
  );
  const ratio = (bare: number, whole: number) => `${((100 * bare) / whole).toFixed(0)} %`;
  console.log(`${algorithm}, ${bytes.length} bytes`);
  console.log(`  write ${write.toFixed(3)} ms, of it keys ${bareSign.toFixed(3)} ms (${ratio(bareSign, write)})`);
  console.log(
    `  check ${check.toFixed(3)} ms, of it keys ${bareVerify.toFixed(3)} ms (${ratio(bareVerify, check)}), reading ${read.toFixed(3)} ms`,
  );
}

/** The best of many short runs: what the code costs when nothing else disturbs it. */
function measure(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 300; run += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

async function measureAsync(work: () => Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 300; run += 1) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
