import type { CryptoPort } from '../crypto/index.ts';
import type { Certificate } from './certificate.ts';
import { type Finding, indeterminate } from './indication.ts';
import { isSignedBy } from './issued-by.ts';

/** What is wrong with the signatures along a path that only names hold together; leaf first, anchor last. */
export async function checkLinks(path: readonly Certificate[], crypto: CryptoPort): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [i, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[i + 1];
    if (issuer === undefined || (await isSignedBy(certificate, issuer, crypto))) continue;
    findings.push(certificate.signatureAlgorithm === undefined ? unaccepted(certificate) : wrong(certificate, issuer));
  }
  return findings;
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
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10040.4.3': 'dsa-with-sha1',
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
