/**
 * A validation report in the words of TS 119 102-2 V1.4.1: the elements of its schema as members of the same name, its
 * identifiers as they are. JSON and not XML, since nobody signs or canonicalises these. docs/formats/etsi-report.md
 */
export interface EtsiValidationReport {
  readonly ValidationReport: { readonly SignatureValidationReport: readonly EtsiSignatureReport[] };
}

/** @spec TS 119 102-2 4.2 */
export interface EtsiSignatureReport {
  readonly SignatureIdentifier: { readonly '@id': string };
  readonly ValidationTimeInfo: {
    readonly ValidationTime: string;
    readonly BestSignatureTime?: {
      readonly POETime: string;
      readonly TypeOfProof: string;
      readonly POEObject?: string;
    };
  };
  readonly ValidationConstraintsEvaluationReport?: { readonly ValidationConstraint: readonly EtsiConstraint[] };
  readonly SignatureAttributes: Readonly<Record<string, unknown>>;
  readonly SignerInformation?: { readonly SignerCertificate: string; readonly Signer: string };
  readonly SignatureValidationProcess: { readonly SignatureValidationProcessID: string };
  readonly SignatureValidationStatus: EtsiStatus;
}

export interface EtsiStatus {
  readonly MainIndication: string;
  readonly SubIndication?: string;
  readonly AssociatedValidationReportData?: readonly Readonly<Record<string, unknown>>[];
}

export interface EtsiConstraint {
  readonly ValidationConstraintIdentifier: string;
  readonly ConstraintStatus: { readonly Status: string };
  readonly ValidationStatus: EtsiStatus;
  readonly Indications?: string;
}

export type EtsiIndication = 'total-passed' | 'total-failed' | 'indeterminate' | 'passed' | 'failed';

/** @spec TS 119 102-2 4.2.5.2, 4.2.5.3 */
export function etsiStatus(indication: EtsiIndication, subIndication: string | null | undefined): EtsiStatus {
  const main = { MainIndication: `urn:etsi:019102:mainindication:${indication}` };
  const isNamed = subIndication !== null && subIndication !== undefined;
  return isNamed ? { ...main, SubIndication: `urn:etsi:019102:subindication:${subIndication}` } : main;
}

/** @spec TS 119 102-2 4.2.4.1 */
export const etsiProcess = {
  basic: 'urn:etsi:019102:validationprocess:Basic',
  longTermMaterial: 'urn:etsi:019102:validationprocess:LTVM',
  longTerm: 'urn:etsi:019102:validationprocess:LTA',
} as const;

/** Found by the validation itself, or given to it. @spec TS 119 102-2 4.2.8 */
export const etsiProofType = {
  validation: 'urn:etsi:019102:poetype:validation',
  provided: 'urn:etsi:019102:poetype:provided',
} as const;

export const etsiConstraintStatus = {
  applied: 'urn:etsi:019102:constraintStatus:applied',
  disabled: 'urn:etsi:019102:constraintStatus:disabled',
} as const;
