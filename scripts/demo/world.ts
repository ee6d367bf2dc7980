import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dropInstallDatabase, ensureInstallDatabase, type InstallDatabase } from '../databases.ts';
import { startPostgres } from '../postgres.ts';
import { type CertificateOffice, certificateOffice } from './certificate-office.ts';
import { makeInstallKeys, writeTrustDirectory } from './install-keys.ts';
import { installNames } from './organisations.ts';
import { type ProcessName, requireFreePorts } from './ports.ts';
import { type WorldProcess, worldProcess } from './processes.ts';
import { keepSecrets, type WorldSecrets } from './secrets.ts';
import { writeSettings } from './settings.ts';
import { type SigningOffice, signingOffice } from './signing-office.ts';
import type { WorldWish } from './world-wish.ts';

export type { WorldWish } from './world-wish.ts';

/** A school, a province, a ministry, a portal and the simulators, each its own process with its own database. */
export interface World {
  readonly directory: string;
  readonly urls: Readonly<Record<ProcessName, string>>;
  readonly secrets: WorldSecrets;
  readonly processes: Readonly<Record<ProcessName, WorldProcess>>;
  readonly certificates: CertificateOffice;
  readonly signing: SigningOffice;
  readonly settingsFile: (name: ProcessName) => string;
  readonly databases: Readonly<Record<ProcessName, InstallDatabase>>;
  readonly trustDirectory: string;
  stop(): Promise<void>;
}

const programs: Readonly<Record<ProcessName, { script: string; health: string }>> = {
  school: { script: 'server/src/main.ts', health: '/healthz' },
  province: { script: 'server/src/main.ts', health: '/healthz' },
  ministry: { script: 'server/src/main.ts', health: '/healthz' },
  portal: { script: 'server/src/main.ts', health: '/healthz' },
  certificateAuthority: { script: 'simulators/certificate-authority/main.ts', health: '/healthz' },
  remoteSigning: { script: 'simulators/remote-signing/main.ts', health: '/health' },
};

const databaseNames: Readonly<Record<ProcessName, string>> = {
  school: 'school',
  province: 'province',
  ministry: 'ministry',
  portal: 'portal',
  certificateAuthority: 'ca',
  remoteSigning: 'signing',
};

/** Starts everything, making what is missing; a second start finds all of it again. */
export async function startWorld(wish: WorldWish): Promise<World> {
  const at = (...parts: string[]) => join(wish.directory, ...parts);
  for (const folder of ['config', 'files', 'keys', 'logs', 'trust']) mkdirSync(at(folder), { recursive: true });
  await requireFreePorts(wish.ports);
  const secrets = keepSecrets(at('secrets.json'));
  const postgres = wish.adminUrl
    ? { adminUrl: wish.adminUrl, stop: async () => undefined }
    : await startPostgres({ directory: at('postgres'), log: wish.log });
  const databases = await makeDatabases(postgres.adminUrl, wish);
  const urls = mapNames(wish.ports, (port) => `http://127.0.0.1:${port}`);
  const settings = { wish, secrets, databases, urls, at };
  const processes = mapNames(programs, ({ script, health }, name) =>
    worldProcess({
      name,
      script,
      settingsFile: at('config', `${name}.json`),
      healthUrl: urls[name] + health,
      logFile: at('logs', `${name}.log`),
    }),
  );
  const certificates = certificateOffice(urls.certificateAuthority, secrets.caToken);
  writeSettings.simulators(settings);
  wish.log('Khởi động mô phỏng chứng thực và ký số từ xa…');
  await Promise.all([processes.certificateAuthority.start(), processes.remoteSigning.start()]);
  await writeTrustDirectory(at('trust'), certificates);
  await makeInstallKeys(at('keys'), certificates);
  writeSettings.installs(settings);
  wish.log('Khởi động trường, Sở, Bộ, cổng tra cứu…');
  const wanted = installNames.filter((name) => !wish.without?.includes(name));
  await Promise.all(wanted.map((name) => processes[name].start()));
  return {
    directory: wish.directory,
    urls,
    secrets,
    processes,
    certificates,
    signing: signingOffice(urls.remoteSigning, secrets.signingToken),
    settingsFile: (name) => at('config', `${name}.json`),
    databases,
    trustDirectory: at('trust'),
    stop: async () => {
      await Promise.all(Object.values(processes).map((each) => each.stop()));
      await postgres.stop();
    },
  };
}

async function makeDatabases(adminUrl: string, wish: WorldWish): Promise<Record<ProcessName, InstallDatabase>> {
  const made = {} as Record<ProcessName, InstallDatabase>;
  for (const [name, database] of Object.entries(databaseNames) as [ProcessName, string][]) {
    const full = `${wish.databasePrefix ?? 'hocba_'}${database}`;
    if (wish.startOver) await dropInstallDatabase(adminUrl, full);
    made[name] = await ensureInstallDatabase(adminUrl, full, join(wish.directory, 'database-passwords.json'));
  }
  return made;
}

function mapNames<In, Out>(of: Readonly<Record<ProcessName, In>>, map: (value: In, name: ProcessName) => Out) {
  return Object.fromEntries(
    (Object.entries(of) as [ProcessName, In][]).map(([name, value]) => [name, map(value, name)]),
  ) as Record<ProcessName, Out>;
}
