import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodePem } from '@hocba/signature';

export interface TrustedCertificates {
  readonly anchors: readonly Uint8Array[];
  readonly intermediates: readonly Uint8Array[];
}

/** Reads `anchors/*.pem` and `intermediates/*.pem`. An empty directory trusts nobody. */
export function readTrustedCertificates(directory: string): TrustedCertificates {
  return { anchors: pemFiles(join(directory, 'anchors')), intermediates: pemFiles(join(directory, 'intermediates')) };
}

function pemFiles(directory: string): Uint8Array[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.pem'))
    .sort()
    .flatMap((name) => decodePem(readFileSync(join(directory, name), 'utf8'), 'CERTIFICATE'));
}
