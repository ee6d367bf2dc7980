import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodePem, parseCertificate, parseCrl, parseOcspResponse } from '@hocba/signature';
import type { ApprovedIssuer, Trust } from './trust.ts';

/** Why a trust directory cannot be used: Vietnamese, names the file and what to do. */
export class TrustDirectoryError extends Error {
  readonly file: string;

  constructor(file: string, message: string) {
    super(message);
    this.name = 'TrustDirectoryError';
    this.file = file;
  }
}

/**
 * Reads `anchors/*.pem`, `intermediates/*.pem`, `crls/*.crl`, `ocsps/*.ocsp` and `issuers.json`; all but `anchors` may be
 * absent. Every file is read through, so that a broken one is named now and not at some record.
 * @throws TrustDirectoryError
 */
export function readTrustDirectory(directory: string): Trust {
  if (!isDirectory(directory)) {
    throw new TrustDirectoryError(
      directory,
      `Không có thư mục tin cậy “${directory}”. Hãy kiểm tra đường dẫn sau --trust.`,
    );
  }
  const anchors = readEach(join(directory, 'anchors'), '.pem', certificatesIn);
  if (anchors.length === 0) {
    const file = join(directory, 'anchors');
    throw new TrustDirectoryError(
      file,
      `Không có chứng thư gốc nào trong “${file}”. Hãy chép các tệp .pem của tổ chức chứng thực gốc vào đó.`,
    );
  }
  const issuers = readIssuers(join(directory, 'issuers.json'));
  return {
    anchors,
    intermediates: readEach(join(directory, 'intermediates'), '.pem', certificatesIn),
    crls: readEach(join(directory, 'crls'), '.crl', (bytes) => listed(bytes, 'X509 CRL', parseCrl)),
    ocsps: readEach(join(directory, 'ocsps'), '.ocsp', (bytes) => listed(bytes, 'OCSP RESPONSE', parseOcspResponse)),
    ...issuers,
  };
}

type ReadFile = (bytes: Uint8Array) => readonly Uint8Array[];

function readEach(directory: string, extension: string, read: ReadFile): readonly Uint8Array[] {
  if (!isDirectory(directory)) return [];
  const names = readdirSync(directory).filter((name) => name.endsWith(extension));
  return names.sort().flatMap((name) => readOne(join(directory, name), read));
}

function readOne(file: string, read: ReadFile): readonly Uint8Array[] {
  try {
    const found = read(new Uint8Array(readFileSync(file)));
    if (found.length > 0) return found;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TrustDirectoryError(
      file,
      `Không đọc được tệp tin cậy “${file}” (${why}). Hãy lấy lại tệp này rồi thử lại.`,
    );
  }
  throw new TrustDirectoryError(file, `Tệp tin cậy “${file}” rỗng. Hãy lấy lại tệp này rồi thử lại.`);
}

function certificatesIn(bytes: Uint8Array): readonly Uint8Array[] {
  const found = decodePem(new TextDecoder().decode(bytes), 'CERTIFICATE');
  for (const der of found) parseCertificate(der);
  return found;
}

/** DER, or PEM as some tools write it. */
function listed(bytes: Uint8Array, label: string, parse: (der: Uint8Array) => unknown): readonly Uint8Array[] {
  const isPem = bytes[0] === '-'.charCodeAt(0);
  const found = isPem ? decodePem(new TextDecoder().decode(bytes), label) : [bytes];
  for (const der of found) parse(der);
  return found;
}

function readIssuers(file: string): Pick<Trust, 'issuers' | 'issuersAsOf'> {
  const text = readIfThere(file);
  if (text === undefined) return {};
  const list = parseJson(text, file);
  const { issuers, asOf } = isObject(list) ? list : {};
  if (!Array.isArray(issuers) || !issuers.every(isApprovedIssuer)) {
    throw new TrustDirectoryError(
      file,
      `“${file}” phải có dạng {"asOf": ngày, "issuers": [{"schoolId", "sealCertificateSha256": [64 chữ số hệ 16], "validFrom", "validTo"?}]}.`,
    );
  }
  return { issuers, ...(typeof asOf === 'string' ? { issuersAsOf: asOf } : {}) };
}

function isApprovedIssuer(given: unknown): given is ApprovedIssuer {
  if (!isObject(given)) return false;
  const { schoolId, sealCertificateSha256, validFrom, validTo } = given;
  const digests = Array.isArray(sealCertificateSha256) ? sealCertificateSha256 : [undefined];
  return (
    typeof schoolId === 'string' &&
    digests.every((digest) => typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest)) &&
    isTime(validFrom) &&
    (validTo === undefined || isTime(validTo))
  );
}

function isTime(given: unknown): boolean {
  return typeof given === 'string' && Number.isFinite(Date.parse(given));
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TrustDirectoryError(file, `“${file}” không phải JSON (${String(error)}).`);
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isObject(error) && error['code'] === 'ENOENT') return undefined;
    throw new TrustDirectoryError(file, `Không đọc được “${file}” (${String(error)}).`);
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
