import { readFileSync } from 'node:fs';

/** A program that may ask for signatures. */
export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the phone shows as the one who asks. */
  readonly name: string;
  readonly redirectUris: readonly string[];
}

/** Settings of the simulator; contract.md says what each means. */
export interface RemoteSigningConfig {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly databaseUrl: string;
  /** 32 bytes, hex. */
  readonly encryptionKey: string;
  readonly adminToken: string;
  readonly clients: readonly Client[];
  readonly sadSeconds: number;
  readonly authorisationSeconds: number;
  readonly accessTokenSeconds: number;
  readonly multisign: number;
  readonly ecdsaForm: 'raw' | 'der';
}

const DEFAULTS = {
  host: '127.0.0.1',
  sadSeconds: 600,
  authorisationSeconds: 600,
  accessTokenSeconds: 3600,
  multisign: 2000,
  ecdsaForm: 'raw',
} as const;

/** What must be given; the rest has defaults. */
export type GivenConfig = Omit<RemoteSigningConfig, keyof typeof DEFAULTS> & Partial<RemoteSigningConfig>;

/** Completes settings. @throws Error naming what is missing or malformed. */
export function completeConfig(given: GivenConfig): RemoteSigningConfig {
  const needed = ['port', 'publicUrl', 'databaseUrl', 'encryptionKey', 'adminToken', 'clients'] as const;
  const missing = needed.filter((name) => given[name] === undefined);
  if (missing.length > 0) throw new Error(`remote-signing: settings missing: ${missing.join(', ')}`);
  if (!/^[0-9a-f]{64}$/i.test(given.encryptionKey))
    throw new Error('remote-signing: encryptionKey must be 64 hex digits');
  return { ...DEFAULTS, ...given };
}

/** @throws Error when the file is no JSON or lacks a setting. */
export function readConfig(path: string): RemoteSigningConfig {
  return completeConfig(JSON.parse(readFileSync(path, 'utf8')) as GivenConfig);
}
