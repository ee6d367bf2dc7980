import {
  type EtsiConstraint,
  type EtsiIndication,
  type EtsiSignatureReport,
  type EtsiValidationReport,
  etsiConstraintStatus,
  etsiProcess,
  etsiProofType,
  etsiStatus,
} from '@hocba/signature';
import type { Check, CheckOutcome, SignatureReport, VerificationReport } from './report.ts';

/**
 * A record's report in the words of TS 119 102-2. Each check on the record stands as a validation constraint of its own
 * policy beside every signature: the standard knows signatures, not records.
 */
export function etsiReport({ signatures, checks, verifiedAt }: VerificationReport): EtsiValidationReport {
  const constraints = checks.map(constraint);
  const reports = signatures.map((signature, i) => signatureReport(signature, { i, constraints, verifiedAt }));
  return { ValidationReport: { SignatureValidationReport: reports } };
}

interface Around {
  readonly i: number;
  readonly constraints: readonly EtsiConstraint[];
  readonly verifiedAt: string;
}

function signatureReport(signature: SignatureReport, { i, constraints, verifiedAt }: Around): EtsiSignatureReport {
  const { slot, role, signedAt, timestampAt, certificate, indication, subIndication } = signature;
  return {
    SignatureIdentifier: { '@id': slot ?? `signature-${i + 1}` },
    ValidationTimeInfo: {
      ValidationTime: verifiedAt,
      BestSignatureTime: { POETime: timestampAt ?? verifiedAt, TypeOfProof: etsiProofType.validation },
    },
    ValidationConstraintsEvaluationReport: { ValidationConstraint: constraints },
    SignatureAttributes: {
      ...(signedAt && { SigningTime: signedAt }),
      ...(role && { SignerRole: { Role: role } }),
    },
    ...(certificate && {
      SignerInformation: { SignerCertificate: certificate.serialNumber, Signer: certificate.subject },
    }),
    SignatureValidationProcess: {
      SignatureValidationProcessID: timestampAt === null ? etsiProcess.basic : etsiProcess.longTermMaterial,
    },
    SignatureValidationStatus: etsiStatus(indications[indication], subIndication),
  };
}

const indications: Readonly<Record<SignatureReport['indication'], EtsiIndication>> = {
  TOTAL_PASSED: 'total-passed',
  TOTAL_FAILED: 'total-failed',
  INDETERMINATE: 'indeterminate',
};

const outcomes: Readonly<Record<CheckOutcome, EtsiIndication>> = {
  passed: 'passed',
  failed: 'failed',
  indeterminate: 'indeterminate',
};

/** A check nobody asked for is disabled, as the standard calls it. */
function constraint({ name, outcome, code, required }: Check): EtsiConstraint {
  const isDisabled = outcome === 'indeterminate' && !required;
  return {
    ValidationConstraintIdentifier: `urn:hocba:check:${name}`,
    ConstraintStatus: { Status: isDisabled ? etsiConstraintStatus.disabled : etsiConstraintStatus.applied },
    ValidationStatus: etsiStatus(outcomes[outcome], undefined),
    ...(code !== 'ok' && { Indications: code }),
  };
}
