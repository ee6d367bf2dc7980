import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Profile } from '../profile.ts';
import type { CertificateJudge } from './certificates/certificate-judge.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database/database.ts';
import type { FileStore } from './files/file-store.ts';
import type { CscSignIn } from './keys/csc-sign-in.ts';
import type { InstallKey } from './keys/install-key.ts';
import type { SecretBox } from './keys/secret-box.ts';
import type { ServiceDirectory } from './keys/service-directory.ts';
import type { SigningService } from './keys/signing-service.ts';
import type { TimestampClient } from './timestamps/timestamp-client.ts';
import type { RecordVerifier } from './verification/record-verifier.ts';

/** The outside world as features see it, handed in; nothing here is a module-level singleton. */
export interface Platform {
  readonly config: Config;
  readonly profile: Profile;
  readonly database: Database;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly secrets: SecretBox;
  /** Signs messages to other installs and answers to the public. */
  readonly installKey: InstallKey;
  readonly verifier: RecordVerifier;
  readonly certificates: CertificateJudge;
  readonly timestamps: TimestampClient;
  /** The install's own remote signing service; null where none is configured. */
  readonly remoteSigning: { readonly client: SigningService; readonly signIn: CscSignIn } | null;
  /** Clients of the services schools have contracts with. */
  readonly signingServices: ServiceDirectory;
  /** Cryptographically random, lower-case hex. */
  randomHex(bytes: number): string;
}
