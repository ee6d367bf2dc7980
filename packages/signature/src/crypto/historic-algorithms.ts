import type { KeyRuleFamily } from '../crypto-policy/validation-policy.ts';

/** A signature algorithm of certificates, lists and answers made long ago: checked, never made, and by policy good for then only. */
export interface HistoricAlgorithm {
  readonly name: string;
  readonly digest: 'sha-1' | 'sha-224' | 'sha-256';
  readonly family: Extract<KeyRuleFamily, 'rsa' | 'ecdsa' | 'dsa'>;
}

const byOid: Readonly<Record<string, HistoricAlgorithm>> = {
  '1.2.840.113549.1.1.5': { name: 'rsa-sha1', digest: 'sha-1', family: 'rsa' },
  '1.2.840.113549.1.1.14': { name: 'rsa-sha224', digest: 'sha-224', family: 'rsa' },
  '1.2.840.10045.4.1': { name: 'ecdsa-sha1', digest: 'sha-1', family: 'ecdsa' },
  '1.2.840.10045.4.3.1': { name: 'ecdsa-sha224', digest: 'sha-224', family: 'ecdsa' },
  '1.2.840.10040.4.3': { name: 'dsa-sha1', digest: 'sha-1', family: 'dsa' },
  '2.16.840.1.101.3.4.3.1': { name: 'dsa-sha224', digest: 'sha-224', family: 'dsa' },
  '2.16.840.1.101.3.4.3.2': { name: 'dsa-sha256', digest: 'sha-256', family: 'dsa' },
};

/** Undefined for algorithms still made, and for those nobody here can check (MD5, Ed448 …). */
export function historicAlgorithm(oid: string): HistoricAlgorithm | undefined {
  return Object.hasOwn(byOid, oid) ? byOid[oid] : undefined;
}
