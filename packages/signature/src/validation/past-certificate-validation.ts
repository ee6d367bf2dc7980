import { type Conclusion, indeterminateWith } from './conclusion.ts';
import { commonTime, pathRulesBroken } from './path-bounds.ts';
import type { ProofsOfExistence } from './proofs-of-existence.ts';
import type { ProspectivePath } from './prospective-path.ts';
import type { ValidationEnvironment } from './validation-context.ts';
import { slideValidationTime } from './validation-time-sliding.ts';

export interface PastCertificateConclusion extends Conclusion {
  /** Up to when the certificate could be relied on, epoch milliseconds; absent unless passed. */
  readonly controlTime?: number;
  readonly prospect?: ProspectivePath;
}

/** Whether a certificate could once be relied on, and up to when. @spec EN 319 102-1 5.6.2.1.4 */
export function validatePastCertificate(
  prospects: readonly ProspectivePath[],
  proofs: ProofsOfExistence,
  environment: ValidationEnvironment,
): PastCertificateConclusion {
  const reason = { code: 'no-path-to-anchor', detail: 'no path to an anchor' };
  let status: PastCertificateConclusion = indeterminateWith('NO_CERTIFICATE_CHAIN_FOUND', reason);
  for (const prospect of prospects) {
    status = validateProspect(prospect, proofs, environment);
    if (status.indication === 'passed') return status;
  }
  return status;
}

function validateProspect(
  prospect: ProspectivePath,
  proofs: ProofsOfExistence,
  environment: ValidationEnvironment,
): PastCertificateConclusion {
  if (commonTime(prospect.path) === undefined) {
    const detail = 'the certificates of the path never ran at the same time';
    return indeterminateWith('CERTIFICATE_CHAIN_GENERAL_FAILURE', { code: 'path-never-valid', detail });
  }
  const broken = pathRulesBroken(prospect, environment);
  if (broken !== undefined) return broken;
  const { controlTime, ...conclusion } = slideValidationTime(prospect, proofs, environment);
  return conclusion.indication === 'passed' ? { ...conclusion, controlTime, prospect } : conclusion;
}
