import { performance } from 'node:perf_hooks';
import { checkXades, parseXml } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import { secondaryRecord } from './secondary-record.ts';

/**
 * What the signatures of a secondary record cost to make and to check, beside the bare key operations in the same run,
 * on one core: `node bench/xades.ts`. Timestamps are left out of making, since another process makes them; checking
 * rebuilds and compares what each is over.
 */
for (const keyKind of ['rsa-2048', 'p-256'] as const) {
  const { signatures, layout, file, sign, bareSign, bareVerify } = secondaryRecord(keyKind);
  const check = () => checkXades(parseXml(file), { crypto: nodeCrypto, layout });
  const reports = await check();
  if (reports.some(({ outcome }) => outcome !== 'passed')) throw new Error('the record measured is not sound');
  const bareSigning = await measure(bareSign);
  const signing = await measure(sign);
  const bareVerifying = await measure(bareVerify);
  const reading = await measure(() => parseXml(file));
  const checking = await measure(check);
  const share = (bare: number, whole: number) => `${bare.toFixed(3)} ms (${((100 * bare) / whole).toFixed(0)} %)`;
  console.log(`${keyKind}, ${signatures} signatures, ${file.length} bytes`);
  console.log(`  sign  ${signing.toFixed(3)} ms, of it keys ${share(bareSigning, signing)}`);
  console.log(
    `  check ${checking.toFixed(3)} ms, of it keys ${share(bareVerifying, checking)}, reading ${reading.toFixed(3)} ms`,
  );
}

/** The best of many short runs: what the code costs when nothing else disturbs it. */
async function measure(work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 200; run += 1) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
