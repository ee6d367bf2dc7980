import type { Pool } from 'pg';
import type { FaultSwitches } from '../signing-provider/faults.ts';
import type { RemoteSigningConfig } from './config.ts';

/** What every route works with. */
export interface Service {
  readonly config: RemoteSigningConfig;
  readonly pool: Pool;
  readonly faults: FaultSwitches;
}
