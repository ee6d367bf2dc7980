import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decodePem } from '@hocba/signature';

/** The install's own key: signs its messages and its answers to the public. */
export interface InstallKey {
  readonly key: KeyObject;
  /** DER in base64, the install's certificate first. */
  readonly certificates: readonly string[];
}

export function readInstallKey(of: { installKeyFile: string; installCertificateFile: string }): InstallKey {
  return {
    key: createPrivateKey(readFileSync(of.installKeyFile)),
    certificates: decodePem(readFileSync(of.installCertificateFile, 'utf8'), 'CERTIFICATE').map(base64),
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
