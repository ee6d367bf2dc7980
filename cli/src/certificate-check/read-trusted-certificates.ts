import { parseCertificate } from '@hocba/signature';
import { UsageError } from '../usage-error.ts';
import { readTrustFiles } from './read-trust-files.ts';

/**
 * Certificates to trust, DER, out of a file or a directory. What nobody can read cannot be trusted either and is passed
 * over; a file that holds nothing else is said at once.
 */
export function readTrustedCertificates(path: string): readonly Uint8Array[] {
  const held = readTrustFiles([path], 'certificates');
  const readable = held.filter(isReadable);
  if (held.length > 0 && readable.length === 0) {
    throw new UsageError(`Chứng thư số trong “${path}” bị hỏng hoặc không theo chuẩn X.509, không tin cậy được.`);
  }
  return readable;
}

function isReadable(der: Uint8Array): boolean {
  try {
    parseCertificate(der);
    return true;
  } catch {
    return false;
  }
}
