import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePem, parseCertificate } from '@hocba/signature';
import { createTestAuthority } from '../../../simulators/certificate-authority/authority.ts';
import { type Cryptoki, ck, closeModule, findCryptokiLibrary, openModule } from '../token/cryptoki.ts';

export const PIN = '2468';
const SECURITY_OFFICER_PIN = '13579135';
const MODULES = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'];

/** What lies on a token. */
export interface TokenContents {
  readonly privateKeyPkcs8: Uint8Array;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
}

/** A token in software with one key and its certificate, alone in its folder. */
export interface SoftToken {
  readonly module: Cryptoki;
  readonly path: string;
  readonly identity: TokenContents;
  close(): void;
  /** What it leaves on the disk; `close` does this too. */
  remove(): void;
}

/** Why there can be none here; undefined: there can. */
export function whyNoSoftToken(): string | undefined {
  if (!findCryptokiLibrary()) return 'pkcs11js is not installed: it needs a C++ compiler';
  return modulePath() === undefined ? 'softhsm2 is not installed' : undefined;
}

function modulePath(): string | undefined {
  return MODULES.find((path) => existsSync(path));
}

/** A teacher’s, made by a test authority of its own. */
export function testIdentity(keyKind: 'p-256' | 'rsa-2048'): TokenContents {
  return createTestAuthority({ at: Date.now() }).issue({ keyKind, commonName: 'Cô giáo THỬ NGHIỆM' });
}

/** One at a time in a process: the module reads its settings when it is loaded. */
export function softToken(identity: TokenContents): SoftToken {
  const path = modulePath();
  if (path === undefined) throw new Error('softhsm2 is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'hocba-token-'));
  writeFileSync(join(folder, 'softhsm2.conf'), `directories.tokendir = ${folder}\nlog.level = ERROR\n`);
  process.env['SOFTHSM2_CONF'] = join(folder, 'softhsm2.conf');
  writeFileSync(join(folder, 'key.pem'), encodePem(identity.privateKeyPkcs8, 'PRIVATE KEY'));
  softhsm('--init-token', '--free', '--label', 'USB token', '--pin', PIN, '--so-pin', SECURITY_OFFICER_PIN);
  const key = ['--import', join(folder, 'key.pem'), '--label', 'key', '--id', '01'];
  softhsm(...key, '--token', 'USB token', '--pin', PIN);
  const module = openModule(path);
  for (const certificate of [identity.certificate, ...identity.chain]) storeCertificate(module, certificate);
  const remove = () => rmSync(folder, { recursive: true });
  const close = () => {
    closeModule(module);
    remove();
  };
  return { module, path, identity, close, remove };
}

function softhsm(...options: readonly string[]): void {
  execFileSync('softhsm2-util', options, { stdio: 'pipe' });
}

function storeCertificate(module: Cryptoki, certificate: Uint8Array): void {
  const slot = module.C_GetSlotList(true).find((one) => module.C_GetTokenInfo(one).label.trim() === 'USB token');
  if (!slot) throw new Error('no token');
  const { extensions } = parseCertificate(certificate);
  const session = module.C_OpenSession(slot, ck.sessionSerial | ck.sessionReadWrite);
  module.C_Login(session, ck.userNormal, PIN);
  module.C_CreateObject(session, [
    { type: ck.attributeClass, value: ck.classCertificate },
    { type: ck.attributeCertificateType, value: ck.certificateX509 },
    { type: ck.attributeToken, value: true },
    { type: ck.attributeId, value: Buffer.from(extensions.basicConstraints?.ca === true ? '02' : '01', 'hex') },
    { type: ck.attributeSubject, value: Buffer.alloc(0) },
    { type: ck.attributeValue, value: Buffer.from(certificate) },
  ]);
  module.C_CloseSession(session);
}
