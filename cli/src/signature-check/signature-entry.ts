import type {
  Certificate,
  JudgementFinding,
  ProofOfExistence,
  SignatureEvidence,
  SignatureJudgement,
  TimestampJudgement,
  UsedRevocation,
} from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import { shortName } from '../certificate-check/finding-words.ts';
import { findingSentence, indicationSentence } from './sentences.ts';
import type {
  CertificateEntry,
  FindingEntry,
  PathEntry,
  RevocationEntry,
  SignatureEntry,
  TimestampEntry,
} from './signature-report.ts';

/** One signature's judgement in the words of the report. */
export function signatureEntry(judgement: SignatureJudgement): SignatureEntry {
  const { evidence, indication, subIndication, findings } = judgement;
  return {
    ...claims(evidence),
    ...{ indication, subIndication: subIndication ?? null, sentence: indicationSentence(judgement) },
    signingTime: {
      claimed: isoOrNull(judgement.claimedTime),
      proven: judgement.timeProven ? iso(judgement.bestSignatureTime) : null,
    },
    path: pathEntries(judgement),
    timestamps: judgement.timestamps.map(timestampEntry),
    proofsOfExistence: judgement.proofs.map(proofEntry),
    findings: findings.map(findingEntry),
  };
}

function claims(evidence: SignatureEvidence) {
  const { id, where, format, level, counterSignatureOf, signingCertificate, signaturePolicy } = evidence;
  return {
    ...{ id, where, format, level, counterSignatureOf: counterSignatureOf ?? null },
    signer: signingCertificate === undefined ? null : certificateEntry(signingCertificate),
    ...{ role: evidence.role ?? null, commitment: evidence.commitment ?? null },
    signaturePolicy: signaturePolicy ? { id: signaturePolicy.id, digestOk: signaturePolicy.digestOk ?? null } : null,
    coverage: {
      wholeFile: evidence.coversWholeFile,
      data: evidence.covered.map(({ uri, what, intact, found }) => ({ uri, what, intact, found })),
    },
    algorithms: evidence.algorithmsUsed.map(({ where: place, algorithm, keyBits }) => ({
      ...{ where: place, algorithm, keyBits: keyBits ?? null },
    })),
    changesAfter: evidence.changesAfter.map(({ kind, permitted, detail }) => ({
      ...{ kind, permitted, detail: detail ?? null },
    })),
  };
}

function timestampEntry(judgement: TimestampJudgement): TimestampEntry {
  const { id, kind, indication, subIndication, imprintOk } = judgement;
  return {
    ...{ id, kind, indication, subIndication: subIndication ?? null, sentence: indicationSentence(judgement) },
    ...{ time: isoOrNull(judgement.time), accuracyMilliseconds: judgement.accuracy ?? null, imprintOk },
    path: pathEntries(judgement),
    findings: judgement.findings.map(findingEntry),
  };
}

function pathEntries(judgement: SignatureJudgement | TimestampJudgement): readonly PathEntry[] {
  const { path, revocations, subIndication } = judgement;
  return path.map((certificate, i) => ({
    ...certificateEntry(certificate),
    anchor: i === path.length - 1 && subIndication !== 'NO_CERTIFICATE_CHAIN_FOUND',
    revocation: revocationEntry(revocations[i]),
  }));
}

function certificateEntry(certificate: Certificate): CertificateEntry {
  const { subject, issuer, serialNumber, notBefore, notAfter, der } = certificate;
  return {
    ...{ name: shortName(subject.text), subject: subject.text, issuer: issuer.text, serialNumber },
    ...{ notBefore: iso(notBefore), notAfter: iso(notAfter) },
    sha256: Buffer.from(nodeCrypto.digest('sha-256', der)).toString('hex'),
  };
}

function revocationEntry(used: UsedRevocation | undefined): RevocationEntry | null {
  if (used === undefined) return null;
  const { source, origin, signer, thisUpdate, nextUpdate, revoked } = used;
  return {
    ...{ source, origin, signer: signer.subject.text, thisUpdate: iso(thisUpdate), nextUpdate: isoOrNull(nextUpdate) },
    ...{ revokedAt: isoOrNull(revoked?.at), reason: revoked?.reason ?? null },
  };
}

function proofEntry({ of, at, by }: ProofOfExistence) {
  return { of, at: iso(at), by };
}

function findingEntry(finding: JudgementFinding): FindingEntry {
  const { severity, code, subIndication, detail } = finding;
  return { severity, code, subIndication: subIndication ?? null, sentence: findingSentence(finding), detail };
}

function iso(epoch: number): string {
  return new Date(epoch).toISOString();
}

function isoOrNull(epoch: number | undefined): string | null {
  return epoch === undefined ? null : iso(epoch);
}
