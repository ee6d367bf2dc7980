import type { Certificate } from '../certificate/certificate.ts';
import type { CryptoPort } from '../crypto/index.ts';
import { combineEvidence, newestFirst } from '../revocation/combine-evidence.ts';
import { checkCrl, checkOcspResponse, type EvidenceCheck, type RevocationEvidence } from '../revocation/index.ts';
import type { ValidationMaterial } from './validation-material.ts';

export interface RevocationQuestion {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  readonly material: ValidationMaterial;
  readonly crypto: CryptoPort;
}

export interface RevocationAnswer {
  /** Newest first; of two equally new ones a revocation first. */
  readonly data: readonly RevocationEvidence[];
  /** Why what is there may not speak. */
  readonly problems: readonly string[];
  /** The certificate says that nothing will ever be said. @spec RFC 9608 4 */
  readonly exempt?: true;
}

/**
 * All that may speak about a certificate, whenever it was issued: whether it is fresh is asked later, for each time anew.
 * @spec EN 319 102-1 5.2.6.4 step 4, RFC 5280 6.3.3, RFC 6960 3.2
 */
export async function revocationDataFor(question: RevocationQuestion): Promise<RevocationAnswer> {
  if (question.certificate.extensions.noRevAvail) return { data: [], problems: [], exempt: true };
  const checks = await Promise.all([...ocspChecks(question), ...crlChecks(question)]);
  const usable = checks.flatMap((check) => (check.usable ? [check.evidence] : []));
  const problems = checks.flatMap((check) => (check.usable ? [] : [check.problem]));
  const whole = usable.filter(({ reasons }) => reasons === undefined);
  const { decisive, incomplete } = ofSomeReasons(usable);
  return {
    data: (decisive === undefined ? whole : [...whole, decisive]).toSorted(newestFirst),
    problems: incomplete ? [...problems, 'lists of some reasons only'] : problems,
  };
}

/** Lists of some reasons speak for a certificate together or not at all; one that names it revoked does alone. */
function ofSomeReasons(usable: readonly RevocationEvidence[]) {
  return combineEvidence(
    usable.filter(({ reasons }) => reasons !== undefined),
    Number.POSITIVE_INFINITY,
  );
}

/** Each asked for its own time: only what it says and whether it may say so matters here. */
function crlChecks({ certificate, issuer, material, crypto }: RevocationQuestion): Promise<EvidenceCheck>[] {
  const { crls } = material;
  const complete = crls.filter(({ baseNumber }) => baseNumber === undefined);
  const deltas = crls.filter(({ baseNumber }) => baseNumber !== undefined);
  return complete.map((crl) => checkCrl({ crl, deltas, certificate, issuer, at: crl.thisUpdate, crypto }));
}

function ocspChecks({ certificate, issuer, material, crypto }: RevocationQuestion): Promise<EvidenceCheck>[] {
  const { crls, ocsps } = material;
  return ocsps.flatMap((response) => {
    const about = response.answers.filter(({ serialNumber }) => serialNumber === certificate.serialNumber);
    if (about.length === 0) return [];
    const at = Math.min(...about.map(({ thisUpdate }) => thisUpdate));
    return [checkOcspResponse({ response, certificate, issuer, at, crypto, crls })];
  });
}
