import type { Certificate } from '../certificate/certificate.ts';
import { defined } from '../certificate/extensions.ts';
import type { RevocationExemption } from '../certificate/revocation-exempt.ts';
import type { CryptoPort } from '../crypto/index.ts';
import { checkCrl } from './check-crl.ts';
import { checkOcspResponse } from './check-ocsp.ts';
import { combineEvidence } from './combine-evidence.ts';
import { type Crl, parseCrl } from './crl.ts';
import { afterExpiry, type EvidenceCheck, type EvidenceTimes, type RevocationEvidence } from './evidence.ts';
import type { EvidenceSigners } from './evidence-signers.ts';
import { type OcspResponse, parseOcspResponse } from './ocsp-response.ts';
import type { RevocationReason } from './revocation-reason.ts';

/**
 * Whether a certificate was revoked at a time. `good` may still carry `revokedLater`: revoked after that time, which
 * leaves what was proven to be signed before untouched.
 */
export type RevocationStatus =
  | { readonly status: 'exempt'; readonly why: RevocationExemption }
  | {
      readonly status: 'good';
      readonly source: 'crl' | 'ocsp';
      readonly thisUpdate: number;
      readonly nextUpdate?: number;
      /** What said so. */
      readonly evidence: RevocationEvidence;
      readonly revokedLater?: { readonly at: number; readonly reason: RevocationReason };
    }
  | {
      readonly status: 'revoked';
      readonly source: 'crl' | 'ocsp';
      readonly thisUpdate: number;
      readonly nextUpdate?: number;
      /** What said so. */
      readonly evidence: RevocationEvidence;
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

export interface RevocationInput extends EvidenceTimes {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  readonly crls: readonly (Uint8Array | Crl)[];
  readonly ocsps: readonly (Uint8Array | OcspResponse)[];
  readonly crypto: CryptoPort;
  /** Who else than the issuer may sign evidence; absent: nobody. */
  readonly signers?: EvidenceSigners;
}

/**
 * Reads all evidence and believes the newest that may speak; what someone says about the own certificate counts only
 * where nobody else says anything. None: `unknown`, never `good`.
 */
export async function revocationStatus(input: RevocationInput): Promise<RevocationStatus> {
  const checks = await checkAll(input);
  const usable = checks.flatMap((check) => (check.usable ? [check.evidence] : []));
  const ofOthers = usable.filter(({ signer }) => signer !== input.certificate);
  const { decisive, later, incomplete } = combineEvidence(ofOthers.length > 0 ? ofOthers : usable, input.at);
  if (decisive === undefined) {
    const problems = telling(checks.flatMap((check) => (check.usable ? [] : [check.problem])));
    if (incomplete) problems.push('evidence about some reasons only');
    const tooLate = problems.some((problem) => problem.endsWith(afterExpiry)) || undefined;
    return { status: 'unknown', problems: [...new Set(problems)], ...defined({ tooLate }) };
  }
  const { source, thisUpdate, nextUpdate, revoked } = decisive;
  const origin = { source, thisUpdate, evidence: decisive, ...defined({ nextUpdate }) };
  if (revoked !== undefined && revoked.at <= input.at) {
    return { status: 'revoked', ...origin, revokedAt: revoked.at, reason: revoked.reason };
  }
  return { status: 'good', ...origin, ...defined({ revokedLater: later }) };
}

/** Lists and answers about something else are only worth telling where there is nothing else to tell. */
function telling(problems: readonly string[]): string[] {
  const about = problems.filter((problem) => !/(of another issuer|no answer about this certificate)$/.test(problem));
  return [...(about.length > 0 ? about : problems)];
}

/** One after the other: a list may need another certificate’s standing first. */
async function checkAll(input: RevocationInput): Promise<readonly EvidenceCheck[]> {
  const { crls: givenCrls, ocsps: givenOcsps, ...about } = input;
  const crls = givenCrls.map((given) => readable(given, parseCrl));
  const readCrls = crls.filter((crl) => typeof crl !== 'string');
  const deltas = readCrls.filter(({ baseNumber }) => baseNumber !== undefined);
  const checks: EvidenceCheck[] = [];
  for (const crl of crls) checks.push(await unless(crl, (read) => checkCrl({ ...about, crl: read, deltas })));
  for (const given of givenOcsps) {
    const ocsp = readable(given, parseOcspResponse);
    checks.push(await unless(ocsp, (response) => checkOcspResponse({ ...about, response, crls: readCrls })));
  }
  return checks;
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
