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

function unaccepted({ subject, signatureAlgorithmOid: what }: Certificate): Finding {
  const about = { code: 'algorithm-unknown', subject: subject.text, what } as const;
  const detail = `${subject.text}: signed by an algorithm that is not accepted (${what})`;
  return indeterminate('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', detail, about);
}
