import type { CertificateAuthorityConfig } from './config.ts';
import type { FaultSwitch } from './faults.ts';
import type { Hierarchy } from './hierarchy.ts';
import type { IssuedCertificates } from './issued-certificates.ts';
import type { TimestampSerials } from './timestamp-serials.ts';

/** What the routes work with. */
export interface Service {
  readonly config: CertificateAuthorityConfig;
  readonly hierarchy: Hierarchy;
  readonly issued: IssuedCertificates;
  readonly timestampSerials: TimestampSerials;
  readonly faults: FaultSwitch;
}
