import { execFileSync } from 'node:child_process';
import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EnvelopeSigner, PinnedPeer } from '../src/index.ts';

export interface TestInstall {
  readonly signer: EnvelopeSigner & { readonly key: KeyObject };
  readonly peer: PinnedPeer;
}

export const noon = Date.parse('2026-06-10T05:00:00Z');
const day = 86_400_000;

export const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** An install with a key and a self-signed certificate made by openssl. */
export function makeInstall(id: string): TestInstall {
  const folder = mkdtempSync(join(tmpdir(), 'hocba-install-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.der')];
  try {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key];
    const request = [
      'req',
      '-x509',
      ...curve,
      '-subj',
      `/CN=${id}`,
      '-days',
      '30',
      '-outform',
      'DER',
      '-out',
      certificate,
    ];
    execFileSync('openssl', request, { stdio: 'ignore' });
    const der = readFileSync(certificate).toString('base64');
    return {
      signer: { key: createPrivateKey(readFileSync(key)), certificates: [der] },
      peer: { id, certificates: [{ der, validFrom: noon - day, validTo: noon + day }] },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
