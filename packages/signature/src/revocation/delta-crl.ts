import type { Certificate } from '../certificate/certificate.ts';
import { sameName } from '../certificate/distinguished-name.ts';
import { isSignedBy } from '../certificate/issued-by.ts';
import { signatureWeakness } from '../certificate/signature-weakness.ts';
import { equalBytes } from '../der/writer.ts';
import type { Crl } from './crl.ts';
import type { CrlCheckInput } from './crl-check-input.ts';
import { timelinessProblem } from './evidence.ts';

/** Lists of changes that may be applied to the complete list, newest first. @spec RFC 5280 5.2.4, 6.3.3 (c), (h) */
export async function fittingDeltas(input: CrlCheckInput, signer: Certificate): Promise<readonly Crl[]> {
  const { crl, deltas = [], certificate, crypto } = input;
  const fitting: Crl[] = [];
  for (const delta of deltas) {
    if (!fits(crl, delta) || timelinessProblem(delta, certificate, input) !== undefined) continue;
    if (signatureWeakness(delta, signer, input) !== undefined) continue;
    if (await isSignedBy(delta, signer, crypto)) fitting.push(delta);
  }
  return fitting.toSorted((a, b) => b.thisUpdate - a.thisUpdate);
}

/** The same issuer, key and scope; made for this list or an older one, and newer than it. */
function fits(base: Crl, delta: Crl): boolean {
  if (delta.baseNumber === undefined || delta.number === undefined || base.number === undefined) return false;
  return (
    delta.unsupported === undefined &&
    delta.nextUpdate !== undefined &&
    sameName(base.issuer, delta.issuer) &&
    base.authorityKeyIdentifier === delta.authorityKeyIdentifier &&
    sameScope(base, delta) &&
    asNumber(delta.baseNumber) <= asNumber(base.number) &&
    asNumber(base.number) < asNumber(delta.number)
  );
}

function sameScope({ issuingDistributionPoint: a }: Crl, { issuingDistributionPoint: b }: Crl): boolean {
  return a === undefined || b === undefined ? a === b : equalBytes(a.der, b.der);
}

function asNumber(hex: string): bigint {
  return BigInt(`0x${hex}`);
}
