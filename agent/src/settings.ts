import { readFileSync } from 'node:fs';

/** Settings of the agent on one PC. */
export interface AgentSettings {
  /** Listened to on 127.0.0.1 only. */
  readonly port: number;
  /** The one school whose pages may ask, e.g. https://hocba.truong.example: scheme, host and port. */
  readonly schoolOrigin: string;
  /** The token vendor's PKCS#11 module: a .dll, .so or .dylib. */
  readonly module: string;
  /** Where the digest of the pairing code is kept. */
  readonly pairingFile: string;
}

const DEFAULTS = { port: 9797, pairingFile: 'pairing' };

/** @throws Error naming what is missing or malformed. */
export function readSettings(path: string): AgentSettings {
  const given = { ...DEFAULTS, ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<AgentSettings>) };
  const { schoolOrigin, module } = given;
  if (!schoolOrigin || !module) throw new Error('settings missing: schoolOrigin, module');
  if (new URL(schoolOrigin).origin !== schoolOrigin) throw new Error('schoolOrigin: scheme, host and port, no path');
  return { ...given, schoolOrigin, module };
}
