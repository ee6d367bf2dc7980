import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A timestamp token (DER) and the bytes it is claimed to be of. */
export interface StampedBytes {
  readonly token: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface TrustedPem {
  readonly root: string;
  readonly intermediate: string;
}

/** What `openssl ts -verify` says of a token: nothing but "Verification: OK" is an approval. */
export function judgeTimestampByOpenssl({ token, bytes }: StampedBytes, trusted: TrustedPem): string {
  const directory = mkdtempSync(join(tmpdir(), 'hocba-judge-'));
  try {
    const path = (name: string, content: Uint8Array | string) => {
      writeFileSync(join(directory, name), content);
      return join(directory, name);
    };
    const digest = createHash('sha256').update(bytes).digest('hex');
    const given = ['-token_in', '-in', path('token', token), '-digest', digest];
    const trust = ['-CAfile', path('root', trusted.root), '-untrusted', path('intermediate', trusted.intermediate)];
    const { stdout, stderr, status } = spawnSync('openssl', ['ts', '-verify', ...given, ...trust], {
      encoding: 'utf8',
    });
    return status === 0 && stdout.includes('Verification: OK') ? 'Verification: OK' : `${stdout}${stderr}`;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
