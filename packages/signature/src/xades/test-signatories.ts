import { createTestAuthority } from '../../../../simulators/certificate-authority/test-authority.ts';
import { encodePem } from '../certificate/index.ts';
import type { SignatureAlgorithm } from '../crypto/index.ts';
import { privateKeyFromPkcs8, signData } from '../node.ts';

/** For tests: someone with a key and a certificate of the test authority. */
export interface TestSignatory {
  readonly algorithm: SignatureAlgorithm;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  sign(data: Uint8Array): Uint8Array;
}

export interface TestSignatories {
  readonly anchor: Uint8Array;
  readonly anchorPem: string;
  issue(commonName: string, algorithm: SignatureAlgorithm): TestSignatory;
  /** An RFC 3161 token over the data. */
  timestamp(data: Uint8Array): Uint8Array;
}

/** Their certificates are valid today, as the judges of other makes want them. */
export function testSignatories(): TestSignatories {
  const authority = createTestAuthority({ at: Date.now() });
  const anchor = authority.root.certificate;
  return {
    anchor,
    anchorPem: encodePem(anchor),
    issue(commonName, algorithm) {
      const keyKind = algorithm.startsWith('ecdsa') ? 'p-256' : 'rsa-2048';
      const { certificate, chain, privateKeyPkcs8 } = authority.issue({ commonName, keyKind });
      const key = privateKeyFromPkcs8(privateKeyPkcs8);
      return { algorithm, certificate, chain, sign: (data) => signData(key, algorithm, data) };
    },
    timestamp: (data) => authority.timestamp(data, Date.now()),
  };
}
