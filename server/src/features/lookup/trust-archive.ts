import { encodePem } from '@hocba/signature';
import type { Platform } from '../../platform/platform.ts';
import { listApprovedSeals, toTrust } from '../issuers/index.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

/** The trust directory that `hocba verify --trust` reads: authorities, present revocation lists, approved seals. */
export async function trustArchive(platform: Platform): Promise<Uint8Array> {
  const { anchors, intermediates } = platform.certificates.trusted;
  const crls = await platform.certificates.revocation.crls();
  const entries: ZipEntry[] = [
    ...anchors.map((der, index) => pemEntry('anchors', index, der)),
    ...intermediates.map((der, index) => pemEntry('intermediates', index, der)),
    ...crls.map((bytes, index) => ({ name: `crls/${index + 1}.crl`, bytes })),
    { name: 'issuers.json', bytes: new TextEncoder().encode(await issuersJson(platform)) },
  ];
  return writeZip(entries, platform.clock.now());
}

/** The same for the verifier in a visitor's browser: DER in base64. */
export async function trustJson(platform: Platform): Promise<string> {
  const { anchors, intermediates } = platform.certificates.trusted;
  const crls = await platform.certificates.revocation.crls();
  const { asOf, issuers } = await approvedSeals(platform);
  const { lookupBaseUrl } = platform.config;
  const [anchorTexts, intermediateTexts, crlTexts] = [anchors, intermediates, crls].map((list) => list.map(base64));
  return JSON.stringify({
    anchors: anchorTexts,
    intermediates: intermediateTexts,
    crls: crlTexts,
    issuers,
    issuersAsOf: asOf,
    lookupBaseUrl,
  });
}

/** `issuers.json` of the trust directory: every approved seal, as of now. */
export async function issuersJson(platform: Platform): Promise<string> {
  return `${JSON.stringify(await approvedSeals(platform), undefined, 2)}\n`;
}

async function approvedSeals(platform: Platform) {
  const seals = await platform.database.transaction('install', (tx) => listApprovedSeals(tx));
  return { asOf: platform.clock.now().toISOString(), issuers: toTrust(seals) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function pemEntry(folder: string, index: number, der: Uint8Array): ZipEntry {
  return { name: `${folder}/${index + 1}.pem`, bytes: new TextEncoder().encode(encodePem(der, 'CERTIFICATE')) };
}
