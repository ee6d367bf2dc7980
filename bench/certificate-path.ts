import { parseCertificate, parseCrl, validatePath } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import { SampleAuthority, sampleTime } from '../tests/samples/sample-authority.ts';
import { VerificationFloor } from './verification-floor.ts';

/**
 * A path of three certificates with the revocation lists of both authorities, on one core: `node bench/certificate-path.ts`.
 * Asked again, as for each signature of a school: certificates and lists have been read and the signatures on them checked
 * once, which costs the key operations beside it.
 */
const rounds = 300;
const authority = new SampleAuthority();
const { certificate } = authority.issueTo({ commonName: 'Người ký đo tốc độ', organisation: 'Trường đo tốc độ' });
const trust = authority.trust({ schoolId: '79000001', seals: [] });
const question = {
  leaf: parseCertificate(certificate),
  intermediates: trust.intermediates.map(parseCertificate),
  anchors: trust.anchors.map(parseCertificate),
  crls: trust.crls.map(parseCrl),
  ...{ ocsps: [], at: sampleTime, timeProven: true },
};
const floor = new VerificationFloor();
const { indication } = await validatePath({ ...question, crypto: floor.port });
if (indication !== 'passed') throw new Error(`the path measured is ${indication}`);
const whole = await leastOf(() => validatePath({ ...question, crypto: nodeCrypto }));
const keys = await leastOf(floor.verifyAll);
const once = `the ${floor.signatures} key operations of the first time ${keys.toFixed(3)} ms`;
console.log(`p-256: path of 3 certificates with 2 lists asked again ${whole.toFixed(3)} ms; ${once}`);

/** Milliseconds of the best round: what the code costs when nothing else disturbs it. */
async function leastOf(work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
