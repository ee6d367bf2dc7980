import type { Certificate } from '../certificate/certificate.ts';
import { servesPurpose } from '../certificate/certificate-purpose.ts';
import { sameName } from '../certificate/distinguished-name.ts';
import { defined } from '../certificate/extensions.ts';
import { isSignedBy } from '../certificate/issued-by.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { type CryptoPort, subjectPublicKeyBytes } from '../crypto/index.ts';
import { toHex } from '../der/simple-values.ts';
import { equalBytes } from '../der/writer.ts';
import { checkCrl } from './check-crl.ts';
import type { Crl } from './crl.ts';
import { type EvidenceCheck, timelinessProblem } from './evidence.ts';
import type { OcspAnswer, OcspResponse } from './ocsp-response.ts';

export interface OcspCheckInput {
  readonly response: OcspResponse;
  readonly certificate: Certificate;
  /** Who issued the certificate. */
  readonly issuer: Certificate;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly crypto: CryptoPort;
  /** What the request held: the response must hold the same. */
  readonly nonce?: Uint8Array;
  /** To see whether a responder without id-pkix-ocsp-nocheck was revoked itself. */
  readonly crls?: readonly Crl[];
}

/** Whether the response may speak about the certificate at that time, and what it says. @spec RFC 6960 3.2 */
export async function checkOcspResponse(input: OcspCheckInput): Promise<EvidenceCheck> {
  const { response, certificate, at } = input;
  const answer = response.answers.find((one) => isAbout(one, input));
  if (answer === undefined) return refused('no answer about this certificate');
  if (input.nonce !== undefined && !(response.nonce && equalBytes(input.nonce, response.nonce))) {
    return refused('another nonce');
  }
  const problem = timelinessProblem(answer, certificate, at) ?? (await responderProblem(input));
  if (problem !== undefined) return refused(problem);
  const { standing, thisUpdate, nextUpdate } = answer;
  if (standing === 'unknown') return refused('the responder does not know the certificate');
  const revoked = standing === 'good' ? undefined : { at: standing.revokedAt, reason: standing.reason };
  return { usable: true, evidence: { source: 'ocsp', thisUpdate, ...defined({ nextUpdate, revoked }) } };
}

function refused(problem: string): EvidenceCheck {
  return { usable: false, problem: `OCSP: ${problem}` };
}

function isAbout(answer: OcspAnswer, { certificate, issuer, crypto }: OcspCheckInput): boolean {
  const { digestAlgorithm } = answer;
  if (digestAlgorithm === undefined || answer.serialNumber !== certificate.serialNumber) return false;
  return (
    answer.issuerNameHash === toHex(crypto.digest(digestAlgorithm, issuer.subject.der)) &&
    answer.issuerKeyHash === toHex(crypto.digest(digestAlgorithm, subjectPublicKeyBytes(issuer.spki)))
  );
}

/** The issuer itself, or whom it certified directly for this and nothing in between. @spec RFC 6960 4.2.2.2 */
async function responderProblem(input: OcspCheckInput): Promise<string | undefined> {
  const { response, issuer, crypto } = input;
  const offered = [issuer, ...response.certificates.flatMap(readable)];
  const responder = offered.find((certificate) => isNamed(response, certificate, crypto));
  if (responder === undefined) return 'responder certificate missing';
  if (!(await isSignedBy(response, responder, crypto))) return 'signature wrong';
  return equalBytes(responder.der, issuer.der) ? undefined : delegationProblem(responder, input);
}

async function delegationProblem(responder: Certificate, input: OcspCheckInput): Promise<string | undefined> {
  const { response, issuer, crypto } = input;
  if (!sameName(responder.issuer, issuer.subject)) return 'responder certified by someone else';
  if (!(await isSignedBy(responder, issuer, crypto))) return 'responder certified by someone else';
  if (!servesPurpose(responder, 'ocspSigning')) return 'responder certificate is not for OCSP';
  if (responder.extensions.unknownCriticalExtensions.length > 0) return 'responder has an unknown critical extension';
  const { producedAt } = response;
  if (producedAt < responder.notBefore || producedAt > responder.notAfter)
    return 'responder certificate not valid then';
  return responder.extensions.ocspNoCheck ? undefined : responderRevocationProblem(responder, input);
}

async function responderRevocationProblem(responder: Certificate, input: OcspCheckInput): Promise<string | undefined> {
  const { response, issuer, crypto, crls = [] } = input;
  for (const crl of crls) {
    const check = await checkCrl({ crl, certificate: responder, issuer, at: response.producedAt, crypto });
    if (!check.usable) continue;
    const { revoked } = check.evidence;
    if (revoked !== undefined && revoked.at <= response.producedAt) return 'responder certificate revoked';
    return undefined;
  }
  return 'nothing says whether the responder certificate was revoked';
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
