import type { TimestampToken } from '../timestamp/index.ts';
import type { CertificateConclusion } from './certificate-conclusion.ts';
import type { Conclusion } from './conclusion.ts';
import type { PastSubject } from './past-signature-validation.ts';
import type { TimestampEvidence } from './signature-evidence.ts';
import type { ValidationEnvironment } from './validation-context.ts';

/** A timestamp token with what is found about it. */
export interface JudgedTimestamp {
  readonly evidence: TimestampEvidence;
  /** Absent where it cannot be read. */
  readonly token?: TimestampToken;
  readonly imprintOk: boolean;
  /** As of the validation time, with the authority’s path. @spec EN 319 102-1 5.4 */
  readonly basic: CertificateConclusion;
  /** With the proofs of existence later timestamps give; the basic one as long as there are none. */
  readonly conclusion: Conclusion;
  /** What past validation needs, where the authority is known. */
  readonly past?: Omit<PastSubject, 'provenAt'>;
  /** With what the token itself carries. */
  readonly environment: ValidationEnvironment;
}
