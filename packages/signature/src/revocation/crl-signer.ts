import type { Certificate } from '../certificate/certificate.ts';
import { nameKey, sameName } from '../certificate/distinguished-name.ts';
import { isSignedBy } from '../certificate/issued-by.ts';
import { signatureWeakness, type WeaknessRules } from '../certificate/signature-weakness.ts';
import type { CryptoPort } from '../crypto/index.ts';
import { equalBytes } from '../der/writer.ts';
import type { Crl } from './crl.ts';
import type { EvidenceSigners } from './evidence-signers.ts';

export interface CrlSignerInput extends WeaknessRules {
  readonly crl: Crl;
  /** Of the certificate asked about: trusted already. */
  readonly issuer: Certificate;
  readonly crypto: CryptoPort;
  /** Absent: only the issuer's own key counts. */
  readonly signers?: EvidenceSigners;
}

/**
 * Whose key signed the list: the issuer's, another of the same authority's, or that of whoever the certificate names.
 * Anyone but the issuer needs a good path of their own to the same anchor. A sentence where there is nobody.
 * @spec RFC 5280 6.3.3 (f), (g)
 */
export async function crlSigner(input: CrlSignerInput): Promise<Certificate | string> {
  const { crl, issuer, crypto, signers } = input;
  const problems: string[] = [];
  for (const candidate of candidates(crl, issuer, signers)) {
    const { keyUsage } = candidate.extensions;
    if (keyUsage !== undefined && !keyUsage.has('crlSign')) {
      problems.push('issuer may not sign lists');
      continue;
    }
    if (!(await isSignedBy(crl, candidate, crypto))) continue;
    const weakness = signatureWeakness(crl, candidate, input);
    if (weakness !== undefined) return weakness;
    if (equalBytes(candidate.der, issuer.der)) return candidate;
    const problem = await signers?.problemOf(candidate);
    if (problem === undefined) return candidate;
    problems.push(`signer: ${problem}`);
  }
  return problems[0] ?? (crl.signatureAlgorithm === undefined ? 'algorithm not accepted' : 'signature wrong');
}

function candidates(crl: Crl, issuer: Certificate, signers: EvidenceSigners | undefined): readonly Certificate[] {
  const own = sameName(crl.issuer, issuer.subject) ? [issuer] : [];
  const others = (signers?.named(nameKey(crl.issuer)) ?? []).filter((other) => !equalBytes(other.der, issuer.der));
  const named = others.toSorted((a, b) => Number(hasKey(b, crl)) - Number(hasKey(a, crl)));
  return [...own, ...named.slice(0, mostCandidates)];
}

/** Who offers hundreds of certificates of one name wants us to be busy. */
const mostCandidates = 20;

function hasKey({ extensions }: Certificate, { authorityKeyIdentifier }: Crl): boolean {
  return authorityKeyIdentifier !== undefined && extensions.subjectKeyIdentifier === authorityKeyIdentifier;
}
