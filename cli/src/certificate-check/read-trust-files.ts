import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodePem, parseSignedData } from '@hocba/signature';
import { UsageError } from '../usage-error.ts';

/** Certificates and revocation evidence out of files, DER each. */
export interface TrustFiles {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

/** Larger files are no certificates or lists of them. */
const mostBytes = 64 * 1024 * 1024;

/**
 * What the files hold, whatever form it has: PEM with any number of blocks, DER, PKCS #7 bundles. A directory stands for
 * all files below it. What is not there or holds nothing of the kind is said at once; in a directory it is passed over.
 */
export function readTrustFiles(paths: readonly string[], kind: keyof TrustFiles): readonly Uint8Array[] {
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) throw new UsageError(`Không có tệp hay thư mục “${path}”.`);
    if (found.isDirectory()) return filesBelow(path).flatMap((file) => readTrustFile(file)[kind]);
    const held = readTrustFile(path)[kind];
    if (held.length === 0) throw new UsageError(`Tệp “${path}” không có ${kindNames[kind]} nào.`);
    return held;
  });
}

const kindNames: Readonly<Record<keyof TrustFiles, string>> = {
  certificates: 'chứng thư số',
  crls: 'danh sách thu hồi (CRL)',
  ocsps: 'trả lời OCSP',
};

/** Everything in one file, told apart by its outermost form; what is inside is judged where it is used. */
export function readTrustFile(path: string): TrustFiles {
  const bytes = readBytes(path);
  const text = new TextDecoder('windows-1252').decode(bytes);
  if (text.includes('-----BEGIN ')) return pemParts(text);
  const kind = bytes[0] === 0x30 ? derKind(bytes) : undefined;
  const only = (wanted: typeof kind) => (kind === wanted ? [bytes] : []);
  const bundled = kind === 'bundle' ? bundle(bytes) : [];
  return { certificates: [...only('certificate'), ...bundled], crls: only('crl'), ocsps: only('ocsp') };
}

function readBytes(path: string): Uint8Array {
  try {
    if (statSync(path).size <= mostBytes) return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new UsageError(`Không đọc được tệp “${path}” (${error instanceof Error ? error.message : error}).`);
  }
  throw new UsageError(`Tệp “${path}” lớn quá 64 MB.`);
}

function pemParts(text: string): TrustFiles {
  const bundles = [...blocks(text, 'PKCS7'), ...blocks(text, 'CMS')].flatMap(bundle);
  return {
    certificates: [...blocks(text, 'CERTIFICATE'), ...blocks(text, 'X509 CERTIFICATE'), ...bundles],
    crls: blocks(text, 'X509 CRL'),
    ocsps: blocks(text, 'OCSP RESPONSE'),
  };
}

function blocks(text: string, label: string): readonly Uint8Array[] {
  try {
    return decodePem(text, label);
  } catch {
    return [];
  }
}

function bundle(der: Uint8Array): readonly Uint8Array[] {
  try {
    return parseSignedData(der).certificates;
  } catch {
    return [];
  }
}

/** By the first tags: SEQUENCE { SEQUENCE { [0] … is a certificate, SEQUENCE { ENUMERATED … an OCSP response. */
function derKind(bytes: Uint8Array): 'certificate' | 'crl' | 'ocsp' | 'bundle' | undefined {
  const outer = contentStart(bytes, 0);
  if (bytes[outer] === 0x0a) return 'ocsp';
  if (bytes[outer] === 0x06) return 'bundle';
  if (bytes[outer] !== 0x30) return undefined;
  const inner = contentStart(bytes, outer);
  if (bytes[inner] === 0xa0) return 'certificate';
  if (bytes[inner] !== 0x02) return bytes[inner] === 0x30 ? 'crl' : undefined;
  // INTEGER first: a list says version 2, a certificate of version 1 its serial number, and a name comes sooner there.
  const afterInteger = contentStart(bytes, inner) + (bytes[inner + 1] ?? 0);
  const afterAlgorithm = contentStart(bytes, afterInteger) + lengthAt(bytes, afterInteger);
  const afterName = contentStart(bytes, afterAlgorithm) + lengthAt(bytes, afterAlgorithm);
  return bytes[afterName] === 0x30 ? 'certificate' : 'crl';
}

function contentStart(bytes: Uint8Array, at: number): number {
  const length = bytes[at + 1] ?? 0;
  return at + 2 + (length > 0x80 ? length & 0x7f : 0);
}

function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at + 1] ?? 0;
  if (first <= 0x80) return first;
  return bytes.subarray(at + 2, at + 2 + (first & 0x7f)).reduce((length, byte) => length * 256 + byte, 0);
}

function filesBelow(directory: string): readonly string[] {
  const entries = readdirSync(directory, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap((entry) => {
    const path = join(directory, entry.name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory() && !entry.isSymbolicLink()) return filesBelow(path);
    return found?.isFile() && found.size <= mostBytes ? [path] : [];
  });
}
