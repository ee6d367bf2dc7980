import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignatureAlgorithm } from '../crypto/index.ts';
import { privateKeyFromPkcs8, signData } from '../node.ts';

/** For tests: someone with a key and a certificate of the tests' own root, made by OpenSSL. */
export interface TestSignatory {
  readonly algorithm: SignatureAlgorithm;
  readonly certificate: Uint8Array;
  sign(data: Uint8Array): Uint8Array;
}

export interface TestAuthority {
  readonly rootPem: string;
  readonly root: Uint8Array;
  issue(commonName: string, algorithm: SignatureAlgorithm): TestSignatory;
  /** An RFC 3161 token over the data. */
  timestamp(data: Uint8Array): Uint8Array;
  close(): void;
}

const keyOptions: Readonly<Partial<Record<SignatureAlgorithm, string>>> = {
  'rsa-sha256': 'rsa:2048',
  'rsa-pss-sha256': 'rsa:2048',
  'ecdsa-sha256': 'ec:P-256',
  'ecdsa-sha384': 'ec:P-384',
};

export function testAuthority(): TestAuthority {
  const directory = mkdtempSync(join(tmpdir(), 'hocba-xades-'));
  const path = (name: string) => join(directory, name);
  const openssl = (...args: string[]) => {
    const run = spawnSync('openssl', args, { cwd: directory });
    if (run.status !== 0) throw new Error(`openssl ${args[0]}: ${run.stderr}`);
  };
  openssl(...newKey('rsa-sha256', 'root.key'));
  openssl('req', '-x509', '-key', 'root.key', '-out', 'root.pem', '-subj', '/CN=Gốc kiểm thử', '-utf8', '-days', '30');
  let serial = 0;

  const issueCertificate = (commonName: string, algorithm: SignatureAlgorithm, extensions: string): string => {
    serial += 1;
    const name = `c${serial}`;
    writeFileSync(path(`${name}.ext`), extensions);
    openssl(...newKey(algorithm, `${name}.key`));
    openssl('req', '-new', '-key', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${commonName}`, '-utf8');
    const by = ['-CA', 'root.pem', '-CAkey', 'root.key', '-set_serial', String(1000 + serial), '-days', '20'];
    openssl('x509', '-req', '-in', `${name}.csr`, ...by, '-extfile', `${name}.ext`, '-out', `${name}.pem`);
    openssl('x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`);
    openssl('pkcs8', '-topk8', '-nocrypt', '-in', `${name}.key`, '-outform', 'DER', '-out', `${name}.p8`);
    return name;
  };
  const read = (name: string) => new Uint8Array(readFileSync(path(name)));
  openssl('x509', '-in', 'root.pem', '-outform', 'DER', '-out', 'root.der');
  const stamper = issueCertificate('Dấu thời gian kiểm thử', 'rsa-sha256', 'extendedKeyUsage=critical,timeStamping\n');
  writeFileSync(path('ts.cnf'), timestampConfiguration(stamper));
  writeFileSync(path('serial'), '01\n');

  return {
    rootPem: readFileSync(path('root.pem'), 'utf8'),
    root: read('root.der'),
    issue(commonName, algorithm) {
      const name = issueCertificate(commonName, algorithm, 'keyUsage=critical,digitalSignature,nonRepudiation\n');
      const key = privateKeyFromPkcs8(read(`${name}.p8`));
      return { algorithm, certificate: read(`${name}.der`), sign: (data) => signData(key, algorithm, data) };
    },
    timestamp(data) {
      writeFileSync(path('data'), data);
      openssl('ts', '-query', '-data', 'data', '-sha256', '-cert', '-no_nonce', '-out', 'q.tsq');
      openssl('ts', '-reply', '-config', 'ts.cnf', '-queryfile', 'q.tsq', '-token_out', '-out', 'token.der');
      return read('token.der');
    },
    close: () => rmSync(directory, { recursive: true, force: true }),
  };
}

function newKey(algorithm: SignatureAlgorithm, out: string): string[] {
  const [kind = 'rsa', size = '2048'] = (keyOptions[algorithm] ?? 'rsa:2048').split(':');
  const option = kind === 'rsa' ? `rsa_keygen_bits:${size}` : `ec_paramgen_curve:${size}`;
  return ['genpkey', '-algorithm', kind.toUpperCase(), '-pkeyopt', option, '-out', out];
}

function timestampConfiguration(name: string): string {
  return `[tsa]
default_tsa = stamper
[stamper]
serial = serial
signer_cert = ${name}.pem
certs = root.pem
signer_key = ${name}.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;
}
