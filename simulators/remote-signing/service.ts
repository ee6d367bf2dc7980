import type { Pool } from 'pg';
import type { RemoteSigningConfig } from './config.ts';
import type { FaultSwitches } from './faults.ts';

/** What every route works with. */
export interface Service {
  readonly config: RemoteSigningConfig;
  readonly pool: Pool;
  readonly faults: FaultSwitches;
}
