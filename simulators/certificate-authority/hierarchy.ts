import { parseCertificate } from '@hocba/signature';
import type { Pool, PoolClient } from 'pg';
import type { CertificateAuthorityConfig } from './config.ts';
import { whileOnlyOne } from './database.ts';
import {
  type CertificateKind,
  type CertificateUrls,
  type Issuer,
  issueCertificate,
  issueRoot,
} from './issue-certificate.ts';
import { decrypt, encrypt } from './key-encryption.ts';
import { exportKey, generateKey, importKey } from './keys.ts';
import { newSerialNumber, testName } from './test-authority.ts';

type MemberName = 'root' | 'issuing' | 'tsa' | 'ocsp';

/** The authority's own four certificates and keys. */
export type Hierarchy = Readonly<Record<MemberName, Issuer>>;

const hour = 3_600_000;
const year = 365 * 24 * hour;

const commonNames: Readonly<Record<MemberName, string>> = {
  root: 'Chứng thực gốc quốc gia THỬ NGHIỆM',
  issuing: 'CA chuyên dùng công vụ THỬ NGHIỆM',
  tsa: 'Dịch vụ cấp dấu thời gian THỬ NGHIỆM',
  ocsp: 'Dịch vụ trạng thái chứng thư THỬ NGHIỆM',
};

/** What stands in the certificates an issuer signs: where to ask about them. */
export function urlsBelow(issuer: 'root' | 'issuing', publicUrl: string): CertificateUrls {
  return {
    // About the certificates of the root only its list speaks.
    ...(issuer === 'issuing' ? { ocsp: `${publicUrl}/ocsp` } : {}),
    crl: `${publicUrl}/crl/${issuer}.crl`,
    caIssuers: `${publicUrl}/certificates/${issuer}.cer`,
  };
}

/** The hierarchy of this database; made on the first start, the same ever after. */
export async function openHierarchy(pool: Pool, config: CertificateAuthorityConfig): Promise<Hierarchy> {
  return whileOnlyOne(pool, async (connection) => {
    const stored = await load(connection, config);
    if (stored !== undefined) return stored;
    const made = make(config);
    await store(connection, made, config);
    return made;
  });
}

function make(config: CertificateAuthorityConfig): Hierarchy {
  const now = Date.now();
  const root = makeRoot(config, now);
  const under = (issuer: Issuer, name: SubordinateName): Issuer => {
    const { kind, years } = subordinates[name];
    const key = generateKey(name === 'issuing' ? config.authorityKey : config.serviceKey);
    const order = {
      ...{ kind, spki: key.spki, serialNumber: newSerialNumber(), subject: testName(commonNames[name]) },
      ...{ notBefore: now - hour, notAfter: now + years * year },
      ...(kind === 'authority' ? { pathLength: 0 } : {}),
      urls: urlsBelow(issuer === root ? 'root' : 'issuing', config.publicUrl),
    };
    return { certificate: issueCertificate(order, issuer), key };
  };
  const issuing = under(root, 'issuing');
  return { root, issuing, tsa: under(issuing, 'tsa'), ocsp: under(issuing, 'ocsp') };
}

type SubordinateName = Exclude<MemberName, 'root'>;

const subordinates: Readonly<Record<SubordinateName, { kind: CertificateKind; years: number }>> = {
  issuing: { kind: 'authority', years: 10 },
  tsa: { kind: 'tsa', years: 5 },
  ocsp: { kind: 'ocsp', years: 2 },
};

function makeRoot(config: CertificateAuthorityConfig, now: number): Issuer {
  const key = generateKey(config.authorityKey);
  const validity = { notBefore: now - hour, notAfter: now + 20 * year };
  const order = { subject: testName(commonNames.root), serialNumber: newSerialNumber(), ...validity };
  return { certificate: issueRoot(order, key), key };
}

async function load(connection: PoolClient, config: CertificateAuthorityConfig): Promise<Hierarchy | undefined> {
  const { rows } = await connection.query<{
    name: MemberName;
    certificate: Buffer;
    public_key: Buffer;
    encrypted_key: Buffer;
  }>('select * from authority_key');
  if (rows.length === 0) return undefined;
  const members = rows.map((row): [MemberName, Issuer] => {
    const key = importKey(decrypt(row.encrypted_key, config.encryptionKey), row.public_key);
    return [row.name, { certificate: row.certificate, key }];
  });
  return Object.fromEntries(members) as Record<MemberName, Issuer>;
}

async function store(connection: PoolClient, made: Hierarchy, config: CertificateAuthorityConfig): Promise<void> {
  for (const [name, { certificate, key }] of Object.entries(made)) {
    const sealed = encrypt(exportKey(key), config.encryptionKey);
    await connection.query(
      'insert into authority_key (name, certificate, public_key, encrypted_key) values ($1, $2, $3, $4)',
      [name, certificate, key.spki, sealed],
    );
    const { serialNumber, subject } = parseCertificate(certificate);
    const issuer = name === 'root' || name === 'issuing' ? 'root' : 'issuing';
    await connection.query(
      'insert into issued_certificate (serial_number, issuer, kind, subject, certificate) values ($1, $2, $3, $4, $5)',
      [serialNumber, issuer, name, subject.text, certificate],
    );
  }
}
