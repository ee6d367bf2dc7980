import {
  buildOcspRequest,
  childrenOf,
  type DerValue,
  decodePem,
  derFromBer,
  encodePem,
  parseCertificate,
  parseCrl,
  parseOcspResponse,
  parseSignedData,
  parseTimestampToken,
  readDer,
  SignatureError,
} from '@hocba/signature';
import { nodeCrypto, openPkcs12 } from '@hocba/signature/node';
import { createTestAuthority } from '../../../simulators/certificate-authority/authority.ts';
import { writePkcs12 } from '../../../simulators/certificate-authority/write-pkcs12.ts';
import { alteredBytes } from '../alter/bytes.ts';
import { alteredKeyFile } from '../alter/key-file.ts';
import { alteredText } from '../alter/text.ts';
import { asBytes } from '../alter/text-bytes.ts';
import { bytesOf, type FuzzTarget, textOf } from '../fuzz-target.ts';

const at = Date.parse('2026-05-29T08:00:00Z');
const ca = createTestAuthority({ at });
const identity = ca.issue();
const token = () => [ca.timestamp(bytesOf('học bạ'))];
const password = 'mật khẩu';
const kind = { refusal: SignatureError, alter: alteredBytes };

/** What stands around a signature in DER. */
export const certificateTargets: readonly FuzzTarget[] = [
  { ...kind, name: 'der', read: (bytes) => walk(readDer(bytes)), seeds: () => [ca.root.certificate] },
  { ...kind, name: 'ber', read: derFromBer, seeds: () => [...token(), Uint8Array.of(0x30, 0x80, 2, 1, 5, 0, 0)] },
  { ...kind, name: 'certificate', read: parseCertificate, seeds: () => [ca.root.certificate, identity.certificate] },
  { ...kind, name: 'crl', read: parseCrl, seeds: revokedLists },
  { ...kind, name: 'ocsp-response', read: parseOcspResponse, seeds: ocspAnswers },
  { ...kind, name: 'signed-data', read: parseSignedData, seeds: token },
  { ...kind, name: 'timestamp-token', read: parseTimestampToken, seeds: token },
  {
    ...kind,
    name: 'key-file',
    read: (bytes) => openPkcs12(bytes, password),
    seeds: () => [writePkcs12({ ...identity, friendlyName: 'Con dấu THỬ NGHIỆM' }, password)],
    alter: alteredKeyFile(password),
  },
  {
    ...kind,
    name: 'pem',
    read: (bytes) => decodePem(textOf(bytes)),
    seeds: () => [bytesOf(encodePem(identity.certificate) + encodePem(ca.root.certificate))],
    alter: asBytes(alteredText),
  },
];

function walk(value: DerValue): void {
  if ((value.tag & 0x20) !== 0) for (const child of childrenOf(value, value.tag)) walk(child);
}

function revokedLists(): readonly Uint8Array[] {
  const own = createTestAuthority({ at });
  own.revoke(own.issue().certificate, at, 'keyCompromise');
  return own.crls();
}

function ocspAnswers(): readonly Uint8Array[] {
  const certificate = parseCertificate(identity.certificate);
  const issuer = parseCertificate(ca.authority.certificate);
  return [ca.ocsp(buildOcspRequest({ certificate, issuer, crypto: nodeCrypto }))];
}
