import { type Certificate, parseCertificate } from '../../certificate/index.ts';
import { equalBytes } from '../../der/writer.ts';
import type { EvidenceProblem } from '../../validation/signature-evidence.ts';
import type { XmlElement } from '../../xml/index.ts';
import { issuerSerialFits } from './issuer-serial-fits.ts';
import { type EvidenceProblemCode, problemAt } from './problems.ts';
import type { NamedCertificate } from './statements.ts';

export interface SigningCertificateEvidence {
  readonly certificate?: Certificate;
  /** Named by the signed properties, digest and serial number alike. */
  readonly bound: boolean;
  /** Absent: no key to try. */
  readonly intact?: boolean;
  readonly problems: readonly EvidenceProblem[];
}

interface Candidates {
  /** DER, in the order of how near they stand to the signature. */
  readonly candidates: readonly Uint8Array[];
  readonly digest: (algorithm: NonNullable<NamedCertificate['algorithm']>, data: Uint8Array) => Uint8Array;
  /** Whether the signature's value fits the key. */
  readonly verify: (certificate: Certificate) => Promise<boolean>;
  readonly element: XmlElement;
}

/**
 * The certificate the signed properties name, whatever KeyInfo says; of several named, the one whose key made the
 * signature. @spec EN 319 102-1 5.2.3.4
 */
export async function namedSigner(
  named: readonly NamedCertificate[],
  { candidates, digest, verify, element }: Candidates,
): Promise<SigningCertificateEvidence> {
  const pairs = named.flatMap((one) => {
    const { algorithm } = one;
    if (algorithm === undefined) return [];
    const der = candidates.find((candidate) => equalBytes(digest(algorithm, candidate), one.digest));
    return der === undefined ? [] : [{ one, der }];
  });
  const [first] = pairs;
  if (first === undefined) {
    const code = candidates.length > 0 ? 'signing-certificate-mismatch' : 'signing-certificate-unknown';
    return { bound: false, problems: [problemAt(code, named[0]?.element ?? element)] };
  }
  const read = pairs.flatMap(({ one, der }) => {
    const certificate = readOrNone(der);
    return certificate === undefined ? [] : [{ one, certificate }];
  });
  const [usual] = read;
  if (usual === undefined) return { bound: false, problems: [problemAt('certificate-malformed', first.one.element)] };
  for (const pair of read) if (await verify(pair.certificate)) return judged(pair, true);
  return judged(usual, false);
}

function judged(
  { one, certificate }: { one: NamedCertificate; certificate: Certificate },
  intact: boolean,
): SigningCertificateEvidence {
  const fits = one.issuerSerial === undefined || issuerSerialFits(one.issuerSerial, certificate);
  if (!fits) return { bound: false, problems: [problemAt('signing-certificate-mismatch', one.element)] };
  return { certificate, bound: true, intact, problems: [] };
}

/** Where nothing signed names a certificate: the first whose key made the signature, bound to it by nothing. */
export async function likelySigner({ candidates, verify, element }: Candidates): Promise<SigningCertificateEvidence> {
  const problem = (code: EvidenceProblemCode) => ({ bound: false, problems: [problemAt(code, element)] });
  const read = candidates.map(readOrNone).filter((certificate) => certificate !== undefined);
  const [first] = read;
  if (first === undefined) {
    return problem(candidates.length > 0 ? 'certificate-malformed' : 'signing-certificate-unknown');
  }
  for (const certificate of read)
    if (await verify(certificate)) return { certificate, bound: false, intact: true, problems: [] };
  return { certificate: first, bound: false, intact: false, problems: [] };
}

function readOrNone(der: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch {
    return undefined;
  }
}
