import type { Certificate } from '../certificate/certificate.ts';
import { defined } from '../certificate/extensions.ts';
import type { CryptoPort } from '../crypto/index.ts';
import { checkCrl } from './check-crl.ts';
import { checkOcspResponse } from './check-ocsp.ts';
import { type Crl, parseCrl } from './crl.ts';
import { afterExpiry, type EvidenceCheck, type RevocationEvidence } from './evidence.ts';
import { type OcspResponse, parseOcspResponse } from './ocsp-response.ts';
import type { RevocationReason } from './revocation-reason.ts';

/**
 * Whether a certificate was revoked at a time. `good` may still carry `revokedLater`: revoked after that time, which
 * leaves what was proven to be signed before untouched.
 */
export type RevocationStatus =
  | {
      readonly status: 'good';
      readonly source: 'crl' | 'ocsp';
      readonly thisUpdate: number;
      readonly nextUpdate?: number;
      readonly revokedLater?: { readonly at: number; readonly reason: RevocationReason };
    }
  | {
      readonly status: 'revoked';
      readonly source: 'crl' | 'ocsp';
      readonly thisUpdate: number;
      readonly nextUpdate?: number;
      /** Epoch milliseconds. */
      readonly revokedAt: number;
      readonly reason: RevocationReason;
    }
  | {
      readonly status: 'unknown';
      readonly problems: readonly string[];
      /** There is evidence, but only from after the certificate expired: it had to be collected in time. */
      readonly tooLate?: true;
    };

export interface RevocationInput {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly crls: readonly (Uint8Array | Crl)[];
  readonly ocsps: readonly (Uint8Array | OcspResponse)[];
  readonly crypto: CryptoPort;
}

/** Reads all evidence and believes the newest that may speak. None: `unknown`, never `good`. */
export async function revocationStatus(input: RevocationInput): Promise<RevocationStatus> {
  const checks = await checkAll(input);
  const usable = checks.flatMap((check) => (check.usable ? [check.evidence] : []));
  const newest = usable.reduce<RevocationEvidence | undefined>(newer, undefined);
  if (newest === undefined) {
    const problems = checks.flatMap((check) => (check.usable ? [] : [check.problem]));
    const tooLate = problems.some((problem) => problem.endsWith(afterExpiry)) || undefined;
    return { status: 'unknown', problems, ...defined({ tooLate }) };
  }
  const { source, thisUpdate, nextUpdate, revoked } = newest;
  const origin = { source, thisUpdate, ...defined({ nextUpdate }) };
  if (revoked !== undefined && revoked.at <= input.at) {
    return { status: 'revoked', ...origin, revokedAt: revoked.at, reason: revoked.reason };
  }
  return { status: 'good', ...origin, ...defined({ revokedLater: revoked }) };
}

/** Of two equally new ones the revocation wins. */
function newer(best: RevocationEvidence | undefined, next: RevocationEvidence): RevocationEvidence {
  if (best === undefined || next.thisUpdate > best.thisUpdate) return next;
  return next.thisUpdate === best.thisUpdate && next.revoked !== undefined ? next : best;
}

async function checkAll(input: RevocationInput): Promise<readonly EvidenceCheck[]> {
  const { certificate, issuer, at, crypto } = input;
  const about = { certificate, issuer, at, crypto };
  const crls = input.crls.map((given) => readable(given, parseCrl));
  const ocsps = input.ocsps.map((given) => readable(given, parseOcspResponse));
  const readCrls = crls.filter((crl) => typeof crl !== 'string');
  return [
    ...(await Promise.all(crls.map((crl) => unless(crl, (read) => checkCrl({ crl: read, ...about }))))),
    ...(await Promise.all(
      ocsps.map((one) => unless(one, (response) => checkOcspResponse({ response, crls: readCrls, ...about }))),
    )),
  ];
}

/** The check, unless the evidence could not even be read. */
async function unless<T>(read: T | string, check: (read: T) => Promise<EvidenceCheck>): Promise<EvidenceCheck> {
  return typeof read === 'string' ? { usable: false, problem: read } : check(read);
}

/** Evidence that cannot be read is a problem to report, not a reason to stop. */
function readable<T extends object>(given: Uint8Array | T, parse: (der: Uint8Array) => T): T | string {
  if (!(given instanceof Uint8Array)) return given;
  try {
    return parse(given);
  } catch (error) {
    return String(error);
  }
}
