import { type CryptoPort, historicAlgorithm } from '../crypto/index.ts';
import type { Certificate } from './certificate.ts';
import { type Finding, indeterminate } from './indication.ts';
import { isSignedBy } from './issued-by.ts';

/** What is wrong with the signatures along a path that only names hold together; leaf first, anchor last. */
export async function checkLinks(path: readonly Certificate[], crypto: CryptoPort): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [i, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[i + 1];
    if (issuer === undefined || (await isSignedBy(certificate, issuer, crypto))) continue;
    findings.push(isComputable(certificate, issuer) ? wrong(certificate, issuer) : unaccepted(certificate));
  }
  return findings;
}

/** A DSA key that leaves its parameters to its issuer cannot be read here. */
function isComputable({ signatureAlgorithm, signatureAlgorithmOid: oid }: Certificate, issuer: Certificate): boolean {
  const { family, bits } = issuer.publicKeyAlgorithm;
  if (family === 'dsa' && bits === 0) return false;
  return signatureAlgorithm !== undefined || historicAlgorithm(oid) !== undefined;
}

function wrong({ subject }: Certificate, issuer: Certificate): Finding {
  const about = { code: 'signature-wrong', subject: subject.text, what: issuer.subject.text } as const;
  const detail = `${subject.text}: not signed with the key of ${issuer.subject.text}`;
  return indeterminate('CERTIFICATE_CHAIN_GENERAL_FAILURE', detail, about);
}

/** Not computed here, because nothing they sign counts any more. */
const brokenAlgorithms: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'md2WithRSAEncryption',
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
};

function unaccepted({ subject, signatureAlgorithmOid: oid }: Certificate): Finding {
  const broken = brokenAlgorithms[oid];
  const what = broken ?? oid;
  const about = {
    code: broken === undefined ? 'algorithm-unknown' : 'signature-too-weak',
    subject: subject.text,
    what,
  } as const;
  const detail = `${subject.text}: signed by an algorithm that is not accepted (${what})`;
  return indeterminate('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', detail, about);
}
