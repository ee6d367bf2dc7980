import type { Certificate } from '../certificate/certificate.ts';
import type { CryptoPort } from '../crypto/index.ts';
import { defaultValidationPolicy, type ValidationPolicy } from '../crypto-policy/index.ts';
import { equalBytes } from '../der/writer.ts';
import { weakAlgorithms } from '../validation/crypto-constraints.ts';
import type { SignatureEvidence } from '../validation/signature-evidence.ts';
import { readXadesEvidence } from '../xades/evidence/index.ts';
import { parseTrustedList } from './parse-trusted-list.ts';
import type { TrustedList } from './trusted-list.ts';

export interface TrustedListQuestion {
  /** The validation time, epoch milliseconds: the list must not be overdue then. */
  readonly at: number;
  /** The time of the check, where another one is asked about: nothing newer is believed. */
  readonly now?: number;
  readonly crypto: CryptoPort;
  /**
   * Whose keys may have signed the list, known beforehand: from its scheme operator, or from a list that points to it.
   * Absent: anybody’s, so that the signature only shows that nothing was changed since.
   */
  readonly signers?: readonly Certificate[];
  /** Which algorithms were good enough when; the default policy unless given. */
  readonly policy?: ValidationPolicy;
}

export interface TrustedListProblem {
  readonly code:
    | 'unsigned'
    | 'signature-wrong'
    | 'signer-unknown'
    | 'signer-out-of-validity'
    | 'algorithm-too-weak'
    | 'issued-in-the-future'
    | 'overdue';
  /** English, for the log. */
  readonly detail: string;
}

export interface TrustedListCheck {
  readonly list: TrustedList;
  /** Whose key signed it, as the list says. */
  readonly signer?: Certificate;
  /** Empty: the list may be relied on. */
  readonly problems: readonly TrustedListProblem[];
}

/**
 * Reads a list and says what speaks against relying on it. Its signature is one alone, directly under the root, over the
 * whole list. Throws as `parseTrustedList`. @spec TS 119 612 V2.4.1 5.7, B.6, TS 119 615 4.2
 */
export async function checkTrustedList(file: Uint8Array, question: TrustedListQuestion): Promise<TrustedListCheck> {
  const list = parseTrustedList(file);
  const [signature, ...more] = await readXadesEvidence(file, { crypto: question.crypto });
  const problems = [...signatureProblems(list, { signature, more }, question), ...dateProblems(list, question)];
  const signer = signature?.signingCertificate;
  return { list, problems, ...(signer && { signer }) };
}

interface FoundSignatures {
  readonly signature: SignatureEvidence | undefined;
  readonly more: readonly SignatureEvidence[];
}

function signatureProblems(
  list: TrustedList,
  { signature, more }: FoundSignatures,
  question: TrustedListQuestion,
): readonly TrustedListProblem[] {
  if (signature === undefined) return [{ code: 'unsigned', detail: 'no signature' }];
  const wrong = whyWrong(signature) ?? (more.length > 0 ? 'more than one signature' : undefined);
  if (wrong !== undefined) return [{ code: 'signature-wrong', detail: wrong }];
  return [...signerProblems(list, signature.signingCertificate, question), ...weakness(list, signature, question)];
}

/** Undefined: one signature over the whole list, right by the key of the certificate it binds. */
function whyWrong(signature: SignatureEvidence): string | undefined {
  const [problem] = signature.problems;
  if (problem !== undefined) return `${problem.code} at ${problem.where}`;
  if (!/^\/[^/]+\/[^/]+$/.test(signature.where)) return `stands at ${signature.where}`;
  const changed = signature.covered.find(({ intact }) => !intact);
  if (changed !== undefined) return `${changed.what} was changed`;
  if (!signature.coversWholeFile) return 'does not cover the whole list';
  if (signature.signatureIntact !== true) return 'signature value wrong';
  return signature.signingCertificateBound ? undefined : 'does not name its certificate';
}

/** A key known beforehand, by whatever certificate: operators renew certificates and keep the key. */
function signerProblems(
  { issuedAt }: TrustedList,
  signer: Certificate | undefined,
  { signers }: TrustedListQuestion,
): readonly TrustedListProblem[] {
  if (signer === undefined) return [{ code: 'signature-wrong', detail: 'no certificate' }];
  const known = signers === undefined || signers.some(({ spki }) => equalBytes(spki, signer.spki));
  if (!known) return [{ code: 'signer-unknown', detail: signer.subject.text }];
  if (issuedAt >= signer.notBefore && issuedAt <= signer.notAfter) return [];
  return [{ code: 'signer-out-of-validity', detail: signer.subject.text }];
}

/** SHA-1 may still name the certificate, whose key is known anyway; nothing else. */
function weakness(
  { issuedAt }: TrustedList,
  { algorithmsUsed }: SignatureEvidence,
  { policy }: TrustedListQuestion,
): readonly TrustedListProblem[] {
  const own = algorithmsUsed.filter(({ where }) => !where.endsWith('/xades:Cert'));
  const weak = weakAlgorithms(own, issuedAt, policy ?? defaultValidationPolicy);
  return weak.slice(0, 1).map(({ detail }) => ({ code: 'algorithm-too-weak', detail }));
}

function dateProblems({ issuedAt, nextUpdate }: TrustedList, { at, now = at }: TrustedListQuestion) {
  const problems: TrustedListProblem[] = [];
  if (issuedAt > Math.max(at, now)) problems.push({ code: 'issued-in-the-future', detail: isoTime(issuedAt) });
  if (nextUpdate !== undefined && nextUpdate < at) problems.push({ code: 'overdue', detail: isoTime(nextUpdate) });
  return problems;
}

function isoTime(epoch: number): string {
  return new Date(epoch).toISOString();
}
