import { derSignature, extension } from '../../../../simulators/certificate-authority/issue-certificate.ts';
import { extensionOid, parseCertificate } from '../../src/certificate/index.ts';
import {
  type DigestAlgorithm,
  digestAlgorithms,
  signatureAlgorithmIdentifier,
  subjectPublicKeyBytes,
} from '../../src/crypto/index.ts';
import { nodeCrypto } from '../../src/crypto/node-crypto.ts';
import {
  bitString,
  der,
  explicit,
  generalizedTime,
  integer,
  integerFromHex,
  nullValue,
  objectIdentifier,
  octetString,
  sequence,
} from '../../src/der/writer.ts';
import { at, type Party } from './odd-authority.ts';

const hour = 3_600_000;

export interface OddAnswer {
  readonly about: Party;
  readonly standing?: 'good' | 'unknown' | 'revoked';
  /** Hours from `at`. */
  readonly from?: number;
  /** Absent: the answer does not say until when. */
  readonly until?: number;
  readonly archiveCutoff?: number;
  readonly digest?: DigestAlgorithm;
}

export interface OddResponse {
  readonly answers: readonly OddAnswer[];
  /** Of those asked about. */
  readonly issuer: Party;
  readonly responder: Party;
  /** Hours from `at`. */
  readonly producedAt?: number;
  readonly certificates?: readonly Party[];
}

/** An OCSP response as odd as ordered. */
export function answerOdd({ answers, issuer, responder, producedAt = 0, certificates = [] }: OddResponse): Uint8Array {
  const data = sequence(
    explicit(1, responder.name),
    generalizedTime(at + producedAt * hour),
    sequence(...answers.map((answer) => singleAnswer(answer, issuer))),
  );
  const chain =
    certificates.length === 0 ? undefined : explicit(0, sequence(...certificates.map((one) => one.certificate)));
  const { algorithm } = responder.key;
  const signature = bitString(derSignature(data, responder.key));
  const basic = sequence(data, signatureAlgorithmIdentifier(algorithm), signature, chain);
  const body = sequence(objectIdentifier('1.3.6.1.5.5.7.48.1.1'), octetString(basic));
  return sequence(integer(0, 0x0a), explicit(0, body));
}

function singleAnswer(answer: OddAnswer, issuer: Party): Uint8Array {
  const { about, standing = 'good', from = 0, until = 24, archiveCutoff, digest = 'sha-256' } = answer;
  const { spki } = parseCertificate(issuer.certificate);
  const { issuer: name } = parseCertificate(about.certificate);
  const certId = sequence(
    sequence(objectIdentifier(digestAlgorithms[digest].oid), nullValue()),
    octetString(nodeCrypto.digest(digest, name.der)),
    octetString(nodeCrypto.digest(digest, subjectPublicKeyBytes(spki))),
    integerFromHex(about.serial),
  );
  const standings = { good: der(0x80), unknown: der(0x82), revoked: der(0xa1, generalizedTime(at - hour)) };
  const cutoff =
    archiveCutoff === undefined
      ? undefined
      : explicit(1, sequence(extension(extensionOid.ocspArchiveCutoff, generalizedTime(at + archiveCutoff * hour))));
  const nextUpdate = explicit(0, generalizedTime(at + until * hour));
  return sequence(certId, standings[standing], generalizedTime(at + from * hour), nextUpdate, cutoff);
}
