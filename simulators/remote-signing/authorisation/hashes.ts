import { invalidRequest } from '../csc-error.ts';
import { SHA256 } from '../signing/keys.ts';

/** Digests in base64, all different. @throws CscError */
export function requireHashes(hashes: readonly string[], algorithm: string): readonly string[] {
  if (algorithm !== SHA256) throw invalidRequest(`Invalid parameter hashAlgorithmOID: only ${SHA256} (SHA-256)`);
  if (hashes.length === 0) throw invalidRequest('Empty hash array');
  const wrong = hashes.find((hash) => !/^[A-Za-z0-9+/]{43}=$/.test(hash));
  if (wrong !== undefined) throw invalidRequest('Invalid parameter hashes: base64 of SHA-256 digests');
  if (new Set(hashes).size !== hashes.length) throw invalidRequest('Invalid parameter hashes: a hash stands twice');
  return hashes;
}
