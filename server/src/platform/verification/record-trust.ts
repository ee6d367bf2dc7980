import type { ApprovedIssuer } from '@hocba/verify';
import { vietnamDay } from '../clock.ts';
import { sha256Hex } from '../digest.ts';
import type { Platform } from '../platform.ts';
import type { KeyedTrust } from './record-verifier.ts';

/** Certificates of the settings, lists at most a minute old, and the seals approved so far. */
export async function recordTrust(
  { certificates, clock }: Pick<Platform, 'certificates' | 'clock'>,
  issuers: readonly ApprovedIssuer[],
): Promise<KeyedTrust> {
  const { anchors, intermediates } = certificates.trusted;
  const crls = await certificates.revocation.crls();
  const issuersAsOf = vietnamDay(clock.now());
  const key = sha256Hex(JSON.stringify([issuers, issuersAsOf, crls.map((crl) => sha256Hex(crl))]));
  return { key, trust: { anchors, intermediates, crls, ocsps: [], issuers, issuersAsOf } };
}
