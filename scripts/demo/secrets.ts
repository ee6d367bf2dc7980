import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Random keys, tokens and passwords of one world, made once and kept in a file only its owner reads. */
export interface WorldSecrets {
  readonly keys: Readonly<Record<string, string>>;
  /** Password of every demo account. */
  readonly password: string;
  /** PIN of every simulated phone. */
  readonly pin: string;
  readonly sealPassword: string;
  readonly caToken: string;
  readonly signingToken: string;
  readonly clientSecret: string;
}

export const keyNames = ['school', 'province', 'ministry', 'portal', 'ca', 'signing'] as const;

export function keepSecrets(file: string): WorldSecrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as WorldSecrets;
  const hex = () => randomBytes(32).toString('hex');
  const secrets: WorldSecrets = {
    keys: Object.fromEntries(
      keyNames.flatMap((name) => [
        [`${name}-cookie`, hex()],
        [`${name}-encryption`, hex()],
      ]),
    ),
    password: `hocba-${randomInt(100_000, 999_999)}`,
    pin: String(randomInt(100_000, 999_999)),
    sealPassword: `condau-${randomInt(100_000, 999_999)}`,
    caToken: hex(),
    signingToken: hex(),
    clientSecret: hex(),
  };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}
