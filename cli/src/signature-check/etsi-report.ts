import {
  type EtsiIndication,
  type EtsiSignatureReport,
  type EtsiValidationReport,
  etsiProcess,
  etsiProofType,
  etsiStatus,
} from '@hocba/signature';
import type { FindingEntry, SignatureEntry, SignatureFileReport, TimestampEntry } from './signature-report.ts';

/** A file's report in the words of TS 119 102-2: docs/formats/etsi-report.md */
export function etsiReport({ at, signatures }: SignatureFileReport): EtsiValidationReport {
  return { ValidationReport: { SignatureValidationReport: signatures.map((entry) => signatureReport(entry, at)) } };
}

const indications: Readonly<Record<SignatureEntry['indication'] | TimestampEntry['indication'], EtsiIndication>> = {
  'TOTAL-PASSED': 'total-passed',
  'TOTAL-FAILED': 'total-failed',
  INDETERMINATE: 'indeterminate',
  PASSED: 'passed',
  FAILED: 'failed',
};

function signatureReport(entry: SignatureEntry, at: string): EtsiSignatureReport {
  const { id, indication, subIndication, signer, signingTime, timestamps, proofsOfExistence, findings } = entry;
  const proof = proofsOfExistence.find(({ of }) => of === 'signature');
  const process = timestamps.length === 0 ? etsiProcess.basic : etsiProcess.longTerm;
  const data = reportData(findings);
  return {
    SignatureIdentifier: { '@id': id },
    ValidationTimeInfo: {
      ValidationTime: at,
      BestSignatureTime: {
        ...{ POETime: signingTime.proven ?? at, TypeOfProof: etsiProofType.validation },
        ...(proof && { POEObject: proof.by }),
      },
    },
    SignatureAttributes: attributes(entry),
    ...(signer && { SignerInformation: { SignerCertificate: signer.sha256, Signer: signer.subject } }),
    SignatureValidationProcess: { SignatureValidationProcessID: process },
    SignatureValidationStatus: {
      ...etsiStatus(indications[indication], subIndication),
      ...(data.length > 0 && { AssociatedValidationReportData: data }),
    },
  };
}

function attributes({ signingTime, role, commitment, coverage, path, timestamps }: SignatureEntry) {
  return {
    ...(signingTime.claimed && { SigningTime: signingTime.claimed }),
    ...(role && { SignerRole: { Role: role } }),
    ...(commitment && { CommitmentTypeIndication: commitment }),
    DataObjectFormat: coverage.data.map(({ uri, intact }) => ({ ObjectReference: uri, Intact: intact })),
    CertificateValues: path.map(({ sha256 }) => sha256),
    SignatureTimeStamp: timestamps.map(timestampAttribute),
  };
}

function timestampAttribute({ id, kind, time, indication, subIndication }: TimestampEntry) {
  return { '@id': id, Kind: kind, TimeStampValue: time, ...etsiStatus(indications[indication], subIndication) };
}

function reportData(findings: readonly FindingEntry[]) {
  return findings.map(({ code, detail, severity }) => ({
    AdditionalValidationReportData: { ReportDataType: `${severity}:${code}`, ReportDataValue: detail },
  }));
}
