import { readFileSync } from 'node:fs';
import type { KeyKind } from './keys.ts';

/** Settings of the simulator; contract.md says what each means. */
export interface CertificateAuthorityConfig {
  readonly host: string;
  readonly port: number;
  /** As others reach it: stands in every certificate it issues. */
  readonly publicUrl: string;
  readonly databaseUrl: string;
  /** 32 bytes, hex. */
  readonly encryptionKey: string;
  readonly adminToken: string;
  readonly authorityKey: KeyKind;
  readonly serviceKey: KeyKind;
  readonly crlHours: number;
  readonly ocspHours: number;
}

const defaults = {
  host: '127.0.0.1',
  authorityKey: 'rsa-3072',
  serviceKey: 'p-256',
  crlHours: 24,
  ocspHours: 12,
} as const;

/** What must be given; the rest has defaults. */
export type GivenConfig = Omit<CertificateAuthorityConfig, keyof typeof defaults> & Partial<CertificateAuthorityConfig>;

/** Throws Error naming what is missing or malformed. */
export function completeConfig(given: GivenConfig): CertificateAuthorityConfig {
  const needed = ['port', 'publicUrl', 'databaseUrl', 'encryptionKey', 'adminToken'] as const;
  const missing = needed.filter((name) => given[name] === undefined);
  if (missing.length > 0) throw new Error(`certificate-authority: settings missing: ${missing.join(', ')}`);
  if (!/^[0-9a-f]{64}$/i.test(given.encryptionKey)) {
    throw new Error('certificate-authority: encryptionKey must be 64 hex digits');
  }
  return { ...defaults, ...given };
}

/** Throws Error when the file is no JSON or lacks a setting. */
export function readConfig(path: string): CertificateAuthorityConfig {
  return completeConfig(JSON.parse(readFileSync(path, 'utf8')) as GivenConfig);
}
