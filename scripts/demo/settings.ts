import { readFileSync, writeFileSync } from 'node:fs';
import { verifierIn } from '../build-web.ts';
import type { InstallDatabase } from '../databases.ts';
import { type InstallName, installNames, organisations } from './organisations.ts';
import type { ProcessName } from './ports.ts';
import type { WorldSecrets } from './secrets.ts';
import type { WorldWish } from './world-wish.ts';

export interface SettingsOf {
  readonly wish: WorldWish;
  readonly secrets: WorldSecrets;
  readonly databases: Readonly<Record<ProcessName, InstallDatabase>>;
  readonly urls: Readonly<Record<ProcessName, string>>;
  readonly at: (...parts: string[]) => string;
}

/** One settings file a process, written anew at every start; secrets come from the world's own file. */
export const writeSettings = {
  simulators(of: SettingsOf): void {
    const { wish, secrets, databases, urls } = of;
    write(of, 'certificateAuthority', {
      port: wish.ports.certificateAuthority,
      publicUrl: urls.certificateAuthority,
      databaseUrl: databases.certificateAuthority.ownerUrl,
      encryptionKey: secrets.keys['ca-encryption'],
      adminToken: secrets.caToken,
    });
    write(of, 'remoteSigning', {
      port: wish.ports.remoteSigning,
      publicUrl: urls.remoteSigning,
      databaseUrl: databases.remoteSigning.ownerUrl,
      encryptionKey: secrets.keys['signing-encryption'],
      adminToken: secrets.signingToken,
      clients: [
        {
          clientId: 'hocba-school',
          clientSecret: secrets.clientSecret,
          name: organisations.school.name,
          redirectUris: [`${urls.school}/api/signing/remote/callback`],
        },
      ],
    });
  },
  installs(of: SettingsOf): void {
    for (const name of installNames) write(of, name, installSettings(of, name));
  },
};

function installSettings({ wish, secrets, databases, urls, at }: SettingsOf, name: InstallName): object {
  return {
    install: name,
    organisationId: organisations[name].id,
    organisationName: organisations[name].name,
    port: wish.ports[name],
    publicUrl: urls[name],
    database: { ...databases[name], poolSize: 16 },
    filesDirectory: at('files', name),
    ...(name === 'portal'
      ? { verifierDirectory: wish.webDirectory && verifierIn(wish.webDirectory) }
      : { webDirectory: wish.webDirectory }),
    profile: wish.profile ?? 'demo-primary',
    cookieKey: secrets.keys[`${name}-cookie`],
    encryptionKey: secrets.keys[`${name}-encryption`],
    installKeyFile: at('keys', `${name}.key.pem`),
    installCertificateFile: at('keys', `${name}.cert.pem`),
    trustDirectory: at('trust'),
    certificateAuthority: {
      timestampUrls: [`${urls.certificateAuthority}/tsa`],
      ocspUrl: `${urls.certificateAuthority}/ocsp`,
      crlUrls: [`${urls.certificateAuthority}/crl/root.crl`, `${urls.certificateAuthority}/crl/issuing.crl`],
    },
    remoteSigning:
      name === 'school'
        ? { url: urls.remoteSigning, clientId: 'hocba-school', clientSecret: secrets.clientSecret }
        : null,
    signingServiceHosts: name === 'school' ? ['127.0.0.1'] : [],
    peers: installNames
      .filter((peer) => peer !== name)
      .map((peer) => ({
        organisationId: organisations[peer].id,
        kind: peer,
        url: urls[peer],
        certificate: readFileSync(at('keys', `${peer}.cert.pem`), 'utf8'),
      })),
    lookupBaseUrl: `${urls.portal}/h/`,
    logLevel: 'warn',
  };
}

function write(of: SettingsOf, name: ProcessName, settings: object): void {
  writeFileSync(of.at('config', `${name}.json`), JSON.stringify(settings, null, 2), { mode: 0o600 });
}
