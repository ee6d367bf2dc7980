import type { CryptoPort, VerifyInput } from '@hocba/signature';

const mostKept = 4_000;

/**
 * The same port, but an equal question is asked once: authorities' certificates, lists and responders come again with
 * every record. Equal means equal algorithm, key, data and signature, by SHA-256.
 */
export function keepingVerify(crypto: CryptoPort): CryptoPort {
  const known = new Map<string, boolean | Promise<boolean>>();
  return {
    digest: (algorithm, data) => crypto.digest(algorithm, data),
    verify: (input) => {
      const key = questionOf(input, crypto);
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      if (known.size >= mostKept) known.clear();
      const answer = crypto.verify(input);
      known.set(key, answer);
      return answer;
    },
  };
}

function questionOf({ algorithm, publicKey, data, signature }: VerifyInput, crypto: CryptoPort): string {
  const digests = [publicKey, data, signature].map((bytes) => latin1(crypto.digest('sha-256', bytes)));
  return `${algorithm} ${digests.join('')}`;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
