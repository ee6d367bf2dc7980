import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { pino } from 'pino';
import type { Config } from './config.ts';
import { installs } from './installs/index.ts';
import { createCertificateJudge } from './platform/certificates/certificate-judge.ts';
import { createRevocationSource } from './platform/certificates/revocation-source.ts';
import { readTrustedCertificates } from './platform/certificates/trust-directory.ts';
import { systemClock } from './platform/clock.ts';
import { openDatabase } from './platform/database/database.ts';
import { migrate } from './platform/database/migrate.ts';
import { relayMessages, serveExchange } from './platform/exchange/index.ts';
import type { Feature } from './platform/feature.ts';
import { openFileStore } from './platform/files/file-store.ts';
import { createHttpServer } from './platform/http/server.ts';
import { serveStaffScreens } from './platform/http/staff-screens.ts';
import { createCscClient } from './platform/keys/csc-client.ts';
import { createCscSignIn } from './platform/keys/csc-sign-in.ts';
import { readInstallKey } from './platform/keys/install-key.ts';
import { createSecretBox } from './platform/keys/secret-box.ts';
import { createServiceDirectory } from './platform/keys/service-directory.ts';
import type { AnswerHandlers, MessageHandlers } from './platform/messages.ts';
import { relayKind } from './platform/outbox/outbox.ts';
import type { Platform } from './platform/platform.ts';
import { createTimestampClient } from './platform/timestamps/timestamp-client.ts';
import { createRecordVerifier } from './platform/verification/record-verifier.ts';
import type { WorkHandler } from './platform/work/work.ts';
import { startWorker } from './platform/work/worker.ts';
import { readProfile } from './profile.ts';

export interface RunningInstall {
  readonly platform: Platform;
  stop(): Promise<void>;
}

/** Migrates, opens the outside world, switches on the features of this kind of install and listens. */
export async function startInstall(config: Config): Promise<RunningInstall> {
  await migrate({ ...config.database, install: config.install, organisationId: config.organisationId });
  const platform = openPlatform(config);
  const { features } = installs[config.install];
  const server = await createHttpServer(platform);
  for (const feature of features) feature.routes?.(server, platform);
  await serveStaffScreens(server, config.webDirectory);
  serveExchange(server, platform, messageHandlers(features, platform));
  const worker = startWorker({ ...platform, handlers: workHandlers(features, platform) });
  await server.listen({ host: config.host, port: config.port });
  return {
    platform,
    stop: async () => {
      await server.close();
      await worker.stop();
      await platform.verifier.close();
      await platform.database.close();
    },
  };
}

function messageHandlers(features: readonly Feature[], platform: Platform): MessageHandlers {
  return Object.assign({}, ...features.map((feature) => feature.messages?.(platform)));
}

/** What features do in the background, and one relay a peer. */
function workHandlers(features: readonly Feature[], platform: Platform): Map<string, WorkHandler> {
  const answers: AnswerHandlers = Object.assign({}, ...features.map((feature) => feature.answers?.(platform)));
  const relays = platform.config.peers.map(
    ({ organisationId }) => [relayKind(organisationId), relayMessages(platform, organisationId, answers)] as const,
  );
  return new Map([...features.flatMap((feature) => Object.entries(feature.work?.(platform) ?? {})), ...relays]);
}

function openPlatform(config: Config): Platform {
  const clock = systemClock;
  const certificates = createCertificateJudge({
    trusted: readTrustedCertificates(config.trustDirectory),
    revocation: createRevocationSource(config.certificateAuthority, clock),
    clock,
  });
  return {
    config,
    profile: readProfile(config.profile),
    database: openDatabase(config.database.appUrl, config.database.poolSize),
    files: openFileStore(config.filesDirectory),
    clock,
    log: pino({ level: config.logLevel, base: { install: config.install } }),
    secrets: createSecretBox(config.encryptionKey),
    installKey: readInstallKey(config),
    verifier: createRecordVerifier(availableParallelism()),
    certificates,
    timestamps: createTimestampClient({ urls: config.certificateAuthority.timestampUrls, judge: certificates }),
    remoteSigning: config.remoteSigning && {
      client: createCscClient(config.remoteSigning.url),
      signIn: createCscSignIn(config.remoteSigning),
    },
    signingServices: createServiceDirectory(config.signingServiceHosts),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  };
}
