import type { Certificate } from '../certificate/certificate.ts';
import type { RevocationEvidence } from '../revocation/index.ts';
import type { JudgementFinding, ValidationSubIndication } from './conclusion.ts';
import type { ProofOfExistence } from './proofs-of-existence.ts';
import type { SignatureEvidence, TimestampEvidence } from './signature-evidence.ts';

/** @spec EN 319 102-1 5.1.3, table 4 */
export type TotalIndication = 'TOTAL-PASSED' | 'TOTAL-FAILED' | 'INDETERMINATE';

/** What is found about one signature, with everything the finding rests on. */
export interface SignatureJudgement {
  readonly evidence: SignatureEvidence;
  readonly indication: TotalIndication;
  readonly subIndication?: ValidationSubIndication;
  /** Without timestamps only the first of the processes has anything to work on. */
  readonly process: 'basic' | 'long-term';
  /** The earliest time at which the signature is known to have existed, epoch milliseconds; without any proof: now. */
  readonly bestSignatureTime: number;
  /** Whether a timestamp proves it, rather than the validation itself. */
  readonly timeProven: boolean;
  readonly claimedTime?: number;
  /** Leaf first, anchor last; only the leaf, or nothing, where there is no path. */
  readonly path: readonly Certificate[];
  /** Of each certificate of the path but the anchor. */
  readonly revocations: readonly (UsedRevocation | undefined)[];
  readonly timestamps: readonly TimestampJudgement[];
  readonly proofs: readonly ProofOfExistence[];
  readonly findings: readonly JudgementFinding[];
}

export interface UsedRevocation extends RevocationEvidence {
  readonly origin: 'embedded' | 'given';
}

export interface TimestampJudgement {
  readonly id: string;
  readonly kind: TimestampEvidence['kind'];
  readonly indication: 'PASSED' | 'FAILED' | 'INDETERMINATE';
  readonly subIndication?: ValidationSubIndication;
  /** Epoch milliseconds; to be relied on only when passed. */
  readonly time?: number;
  /** Milliseconds to either side. */
  readonly accuracy?: number;
  readonly imprintOk: boolean;
  readonly path: readonly Certificate[];
  readonly revocations: readonly (UsedRevocation | undefined)[];
  readonly findings: readonly JudgementFinding[];
}
