import { readFileSync } from 'node:fs';

/** A program that may ask for signatures. */
export interface ProviderClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the phone shows as the one who asks. */
  readonly name: string;
  /** Where it is told that a request was answered; only services with notices use it. */
  readonly noticeUrl?: string;
}

/** Settings of a simulator of a signing service; its contract.md says what each means. */
export interface ProviderSettings {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  /** 32 bytes, hex. */
  readonly encryptionKey: string;
  readonly adminToken: string;
  readonly clients: readonly ProviderClient[];
  /** Where people and their encrypted keys are kept; null: they live as long as the process. */
  readonly dataFile: string | null;
  /** How long a request waits on the phone. */
  readonly answerSeconds: number;
  /** How long an approval is good for. */
  readonly sadSeconds: number;
  /** Most digests of one request, unless the person's own is smaller. */
  readonly multisign: number;
  readonly ecdsaForm: 'raw' | 'der';
}

const DEFAULTS = { host: '127.0.0.1', dataFile: null, answerSeconds: 300, sadSeconds: 300, ecdsaForm: 'der' } as const;

/** What must be given; the rest has defaults. */
export type GivenSettings = Omit<ProviderSettings, keyof typeof DEFAULTS | 'multisign'> & Partial<ProviderSettings>;

/** @throws Error naming what is missing or malformed. */
export function completeSettings(given: GivenSettings, own: { readonly multisign: number }): ProviderSettings {
  const needed = ['port', 'publicUrl', 'encryptionKey', 'adminToken', 'clients'] as const;
  const missing = needed.filter((name) => given[name] === undefined);
  if (missing.length > 0) throw new Error(`settings missing: ${missing.join(', ')}`);
  if (!/^[0-9a-f]{64}$/i.test(given.encryptionKey)) throw new Error('encryptionKey must be 64 hex digits');
  return { ...DEFAULTS, ...own, ...given };
}

/** @throws Error when the file is no JSON. */
export function readSettings(path: string): GivenSettings {
  return JSON.parse(readFileSync(path, 'utf8')) as GivenSettings;
}
