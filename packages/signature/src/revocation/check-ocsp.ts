import type { Certificate } from '../certificate/certificate.ts';
import { servesPurpose } from '../certificate/certificate-purpose.ts';
import { sameName } from '../certificate/distinguished-name.ts';
import { defined } from '../certificate/extensions.ts';
import { isSignedBy } from '../certificate/issued-by.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { signatureWeakness } from '../certificate/signature-weakness.ts';
import { type CryptoPort, subjectPublicKeyBytes } from '../crypto/index.ts';
import { toHex } from '../der/simple-values.ts';
import { equalBytes } from '../der/writer.ts';
import { checkCrl } from './check-crl.ts';
import type { Crl } from './crl.ts';
import { type EvidenceCheck, type EvidenceTimes, timelinessProblem } from './evidence.ts';
import type { EvidenceSigners } from './evidence-signers.ts';
import type { OcspAnswer, OcspResponse } from './ocsp-response.ts';

export interface OcspCheckInput extends EvidenceTimes {
  readonly response: OcspResponse;
  readonly certificate: Certificate;
  /** Who issued the certificate. */
  readonly issuer: Certificate;
  readonly crypto: CryptoPort;
  /** What the request held: the response must hold the same. */
  readonly nonce?: Uint8Array;
  /** To see whether a responder without id-pkix-ocsp-nocheck was revoked itself. */
  readonly crls?: readonly Crl[];
  /** Who else may sign those lists. */
  readonly signers?: EvidenceSigners;
  /** Certificates beside those in the response, among which the responder’s may be. */
  readonly certificates?: readonly Certificate[];
}

/** Whether the response may speak about the certificate at that time, and what it says. @spec RFC 6960 3.2 */
export async function checkOcspResponse(input: OcspCheckInput): Promise<EvidenceCheck> {
  const { response, certificate } = input;
  const answer = decisiveAnswer(response.answers.filter((one) => isAbout(one, input)));
  if (answer === undefined) return refused('no answer about this certificate');
  if (input.nonce !== undefined && !(response.nonce && equalBytes(input.nonce, response.nonce))) {
    return refused('another nonce');
  }
  const dates = { ...answer, ...defined({ keepsExpiredSince: answer.archiveCutoff }) };
  // Nobody can answer for a certificate that is not issued yet.
  if (answer.thisUpdate < certificate.notBefore) return refused('evidence older than the certificate');
  const problem = timelinessProblem(dates, certificate, input);
  if (problem !== undefined) return refused(problem);
  const signer = await authorisedResponder(input);
  if (typeof signer === 'string') return refused(signer);
  const { standing, thisUpdate, nextUpdate } = answer;
  if (standing === 'unknown') return refused('the responder does not know the certificate');
  const revoked = standing === 'good' ? undefined : { at: standing.revokedAt, reason: standing.reason };
  const evidence = {
    source: 'ocsp',
    thisUpdate,
    signer,
    object: response,
    ...defined({ nextUpdate, revoked }),
  } as const;
  return { usable: true, evidence };
}

/** Of several answers about one certificate the newest, of equally new ones the worst. */
function decisiveAnswer(answers: readonly OcspAnswer[]): OcspAnswer | undefined {
  const weight = ({ standing }: OcspAnswer) => (standing === 'good' ? 0 : standing === 'unknown' ? 1 : 2);
  return answers.toSorted((a, b) => b.thisUpdate - a.thisUpdate || weight(b) - weight(a))[0];
}

function refused(problem: string): EvidenceCheck {
  return { usable: false, problem: `OCSP: ${problem}` };
}

function isAbout(answer: OcspAnswer, { certificate, issuer, crypto }: OcspCheckInput): boolean {
  const { digestAlgorithm } = answer;
  if (digestAlgorithm === undefined || answer.serialNumber !== certificate.serialNumber) return false;
  // The name as the certificate writes it; some responders hash it as its issuer’s own certificate does.
  const names = [certificate.issuer.der, issuer.subject.der];
  return (
    names.some((name) => answer.issuerNameHash === toHex(crypto.digest(digestAlgorithm, name))) &&
    answer.issuerKeyHash === toHex(crypto.digest(digestAlgorithm, subjectPublicKeyBytes(issuer.spki)))
  );
}

/** The issuer itself, or whom it certified directly for this and nothing in between. @spec RFC 6960 4.2.2.2 */
async function authorisedResponder(input: OcspCheckInput): Promise<Certificate | string> {
  const { response, issuer, crypto, certificates = [] } = input;
  const offered = [issuer, ...response.certificates.slice(0, mostResponders).flatMap(readable), ...certificates];
  const named = offered.filter((certificate) => isNamed(response, certificate, crypto));
  const problems: string[] = [];
  for (const responder of named.slice(0, mostResponders)) {
    const signed = await isSignedBy(response, responder, crypto);
    const problem = signed
      ? (signatureWeakness(response, responder, input) ?? (await authorityProblem(responder, input)))
      : 'signature wrong';
    if (problem === undefined) return responder;
    problems.push(problem);
  }
  return problems.at(-1) ?? 'responder certificate missing';
}

/** More certificates in one response are not read. */
const mostResponders = 20;

/** The issuer’s key is the issuer’s, whichever of its certificates holds it. */
function authorityProblem(responder: Certificate, input: OcspCheckInput): Promise<string | undefined> {
  const { issuer } = input;
  const isIssuer = equalBytes(responder.spki, issuer.spki) && sameName(responder.subject, issuer.subject);
  return isIssuer ? Promise.resolve(undefined) : delegationProblem(responder, input);
}

async function delegationProblem(responder: Certificate, input: OcspCheckInput): Promise<string | undefined> {
  const { response, issuer, crypto, at } = input;
  if (!sameName(responder.issuer, issuer.subject)) return 'responder certified by someone else';
  if (!(await isSignedBy(responder, issuer, crypto))) return 'responder certified by someone else';
  const weakness = signatureWeakness(responder, issuer, input);
  if (weakness !== undefined) return weakness;
  if (!servesPurpose(responder, 'ocspSigning')) return 'responder certificate is not for OCSP';
  if (responder.extensions.unknownCriticalExtensions.length > 0) return 'responder has an unknown critical extension';
  const { producedAt } = response;
  const relied = Math.max(producedAt, at);
  if (producedAt < responder.notBefore || relied > responder.notAfter) return 'responder certificate not valid then';
  return responder.extensions.ocspNoCheck ? undefined : responderRevocationProblem(responder, input);
}

/** Where the responder’s certificate names no way to ask, its authority chose that nobody need. @spec RFC 6960 4.2.2.2.1 */
async function responderRevocationProblem(responder: Certificate, input: OcspCheckInput): Promise<string | undefined> {
  const { response, crls = [], at } = input;
  const relied = Math.max(response.producedAt, at);
  for (const crl of crls) {
    const check = await checkCrl({ ...input, crl, certificate: responder, at: relied, deltas: crls });
    if (!check.usable || check.evidence.reasons !== undefined) continue;
    const { revoked } = check.evidence;
    if (revoked !== undefined && revoked.at <= relied) return 'responder certificate revoked';
    return undefined;
  }
  const { crlDistributionPoints, ocspUrls } = responder.extensions;
  const isAskable = crlDistributionPoints !== undefined || ocspUrls.length > 0;
  return isAskable ? 'nothing says whether the responder certificate was revoked' : undefined;
}

function isNamed({ responder }: OcspResponse, certificate: Certificate, crypto: CryptoPort): boolean {
  if ('name' in responder) return sameName(responder.name, certificate.subject);
  return responder.keyHash === toHex(crypto.digest('sha-1', subjectPublicKeyBytes(certificate.spki)));
}

function readable(der: Uint8Array): readonly Certificate[] {
  try {
    return [parseCertificate(der)];
  } catch {
    return [];
  }
}
