import { readFileSync } from 'node:fs';

export type InstallKind = 'school' | 'province' | 'ministry' | 'portal';

/** Another install this one talks to: where it listens and the certificate its messages must be signed with. */
export interface Peer {
  readonly organisationId: string;
  readonly kind: InstallKind;
  readonly url: string;
  /** PEM. */
  readonly certificate: string;
}

/** Every setting of an install, read once at start from one JSON file; nothing else reads the environment. */
export interface Config {
  readonly install: InstallKind;
  /** Who runs this install: a school or provider, a department, the ministry. */
  readonly organisationId: string;
  readonly organisationName: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  /** Addresses of the TLS proxies in front, whose word on scheme and caller is believed; none: callers connect directly. */
  readonly trustedProxies: readonly string[];
  readonly database: { readonly ownerUrl: string; readonly appUrl: string; readonly poolSize: number };
  readonly filesDirectory: string;
  /** Directory of the built staff screens; the portal needs none. */
  readonly webDirectory: string | null;
  /** Directory of the built verifier for visitors' browsers; the portal offers it when there is one. */
  readonly verifierDirectory: string | null;
  /** Name of the file in server/profiles with dated rules of this province and level. */
  readonly profile: string;
  /** 32 bytes, hex: signs session cookies. */
  readonly cookieKey: string;
  /** 32 bytes, hex: encrypts provider secrets and authorisations kept in the database. */
  readonly encryptionKey: string;
  /** This install's own key for its messages: PKCS#8 PEM and certificate PEM files. */
  readonly installKeyFile: string;
  readonly installCertificateFile: string;
  readonly peers: readonly Peer[];
  /** Directory with root and intermediate certificates (PEM). */
  readonly trustDirectory: string;
  readonly certificateAuthority: {
    readonly timestampUrls: readonly string[];
    readonly ocspUrl: string;
    readonly crlUrls: readonly string[];
  };
  readonly remoteSigning: {
    readonly url: string;
    readonly clientId: string;
    readonly clientSecret: string;
  } | null;
  /** Hosts that schools may name as signing services of their own, e.g. remotesigning.provider.example; none: they may not. */
  readonly signingServiceHosts: readonly string[];
  /** Where the agent for USB tokens listens on each school PC, http://127.0.0.1:9797; null: tokens are not offered. */
  readonly tokenAgentUrl: string | null;
  /** What QR codes and look-up addresses begin with, e.g. https://tracuu.example/h/. */
  readonly lookupBaseUrl: string;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

const DEFAULTS = {
  host: '127.0.0.1',
  trustedProxies: [],
  logLevel: 'info',
  webDirectory: null,
  verifierDirectory: null,
  remoteSigning: null,
  signingServiceHosts: [],
  tokenAgentUrl: null,
  peers: [],
};

/** Reads the settings file. @throws Error naming every missing setting. */
export function readConfig(path: string): Config {
  const given = { ...DEFAULTS, ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<Config>) };
  const required = [
    'install',
    'organisationId',
    'organisationName',
    'port',
    'publicUrl',
    'database',
    'filesDirectory',
    'profile',
    'cookieKey',
    'encryptionKey',
    'installKeyFile',
    'installCertificateFile',
    'trustDirectory',
    'certificateAuthority',
    'lookupBaseUrl',
  ] as const;
  const missing = required.filter((name) => given[name] === undefined);
  if (missing.length > 0) throw new Error(`Settings missing in ${path}: ${missing.join(', ')}`);
  return given as Config;
}
