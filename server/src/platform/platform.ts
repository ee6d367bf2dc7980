import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Profile } from '../profile.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database/database.ts';
import type { FileStore } from './files/file-store.ts';

/** The outside world as features see it, handed in; nothing here is a module-level singleton. */
export interface Platform {
  readonly config: Config;
  readonly profile: Profile;
  readonly database: Database;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** Cryptographically random, lower-case hex. */
  randomHex(bytes: number): string;
}
