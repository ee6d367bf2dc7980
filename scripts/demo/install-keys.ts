import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificateOffice } from './certificate-office.ts';
import { installNames, organisations } from './organisations.ts';

/** Roots and intermediates, as servers and `hocba verify --trust` read them. */
export async function writeTrustDirectory(directory: string, office: CertificateOffice): Promise<void> {
  const { root, issuing } = await office.trust();
  for (const [folder, pem] of [
    ['anchors', root],
    ['intermediates', issuing],
  ] as const) {
    mkdirSync(join(directory, folder), { recursive: true });
    writeFileSync(join(directory, folder, 'thu-nghiem.pem'), pem);
  }
}

/** A key and certificate for each install, with which it signs its messages. */
export async function makeInstallKeys(directory: string, office: CertificateOffice): Promise<void> {
  for (const name of installNames) {
    const keyFile = join(directory, `${name}.key.pem`);
    const certificateFile = join(directory, `${name}.cert.pem`);
    if (!existsSync(keyFile)) {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    }
    if (existsSync(certificateFile)) continue;
    const publicKey = createPublicKey(createPrivateKey(readFileSync(keyFile)));
    const { certificate } = await office.issue({
      kind: 'install',
      publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      subject: { commonName: organisations[name].name, organisation: organisations[name].name },
    });
    writeFileSync(certificateFile, pem(certificate));
  }
}

function pem(base64: string): string {
  return `-----BEGIN CERTIFICATE-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
}
