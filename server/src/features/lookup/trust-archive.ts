import { encodePem } from '@hocba/signature';
import type { Platform } from '../../platform/platform.ts';
import { listApprovedSeals, toTrust } from '../issuers/index.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

/** The trust directory that `hocba verify --trust` reads: authorities, present revocation lists, approved seals. */
export async function trustArchive(platform: Platform): Promise<Uint8Array> {
  const { anchors, intermediates } = platform.certificates.trusted;
  const crls = await platform.certificates.revocation.crls();
  const seals = await platform.database.transaction('install', (tx) => listApprovedSeals(tx));
  const asOf = platform.clock.now().toISOString();
  const issuers = { asOf: asOf.slice(0, 10), issuers: toTrust(seals) };
  const entries: ZipEntry[] = [
    ...anchors.map((der, index) => pemEntry('anchors', index, der)),
    ...intermediates.map((der, index) => pemEntry('intermediates', index, der)),
    ...crls.map((bytes, index) => ({ name: `crls/${index + 1}.crl`, bytes })),
    { name: 'issuers.json', bytes: new TextEncoder().encode(`${JSON.stringify(issuers, undefined, 2)}\n`) },
  ];
  return writeZip(entries, platform.clock.now());
}

function pemEntry(folder: string, index: number, der: Uint8Array): ZipEntry {
  return { name: `${folder}/${index + 1}.pem`, bytes: new TextEncoder().encode(encodePem(der, 'CERTIFICATE')) };
}
