import { createHash } from 'node:crypto';
import {
  accessMethodOid,
  ecdsaToDer,
  extensionOid,
  type KeyUsage,
  keyPurposeOid,
  keyUsageBits,
  type NameAttribute,
  parseCertificate,
  signatureAlgorithmIdentifier,
  subjectPublicKeyBytes,
  writeDer,
  writeName,
} from '@hocba/signature';
import { type SigningKey, signWith } from './keys.ts';

const { asciiString, bitPositions, bitString, boolean, der, explicit, integer, integerFromHex } = writeDer;
const { nullValue, objectIdentifier, octetString, sequence, time } = writeDer;

/** What a certificate is for; it decides key usage, purposes and basic constraints. */
export type CertificateKind = 'root' | 'authority' | 'staff' | 'seal' | 'install' | 'tsa' | 'ocsp' | 'wrongUsage';

/** Who signs: an authority's certificate and key. */
export interface Issuer {
  readonly certificate: Uint8Array;
  readonly key: SigningKey;
}

export interface CertificateOrder {
  readonly kind: CertificateKind;
  /** Attributes in the order of the certificate, country first. */
  readonly subject: readonly (readonly [NameAttribute, string])[];
  readonly spki: Uint8Array;
  /** Hex, positive. */
  readonly serialNumber: string;
  /** Epoch milliseconds. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly dnsNames?: readonly string[];
  readonly ipAddresses?: readonly string[];
  readonly pathLength?: number;
  readonly urls?: CertificateUrls;
  /** Finished Extensions beside those of the kind, for tests of odd certificates. */
  readonly extraExtensions?: readonly Uint8Array[];
}

export interface CertificateUrls {
  readonly ocsp?: string;
  readonly crl?: string;
  readonly caIssuers?: string;
}

/** Test certificates live under the arc for documentation examples. */
export const testPolicy = '2.999.27.1';

interface KindFacts {
  readonly keyUsage: readonly KeyUsage[];
  readonly purposes: readonly string[];
  readonly purposesCritical?: boolean;
  readonly authority?: boolean;
}

const kinds: Readonly<Record<CertificateKind, KindFacts>> = {
  root: { keyUsage: ['keyCertSign', 'crlSign'], purposes: [], authority: true },
  authority: { keyUsage: ['keyCertSign', 'crlSign'], purposes: [], authority: true },
  staff: {
    keyUsage: ['digitalSignature', 'nonRepudiation'],
    purposes: [keyPurposeOid.clientAuth, keyPurposeOid.emailProtection],
  },
  seal: { keyUsage: ['digitalSignature', 'nonRepudiation'], purposes: [keyPurposeOid.documentSigning] },
  install: { keyUsage: ['digitalSignature'], purposes: [keyPurposeOid.serverAuth, keyPurposeOid.clientAuth] },
  tsa: { keyUsage: ['digitalSignature'], purposes: [keyPurposeOid.timeStamping], purposesCritical: true },
  ocsp: { keyUsage: ['digitalSignature'], purposes: [keyPurposeOid.ocspSigning] },
  wrongUsage: { keyUsage: ['keyEncipherment'], purposes: [keyPurposeOid.serverAuth] },
};

/** A certificate over someone's public key, signed by the issuer. */
export function issueCertificate(order: CertificateOrder, issuer: Issuer): Uint8Array {
  const { subject, spki } = parseCertificate(issuer.certificate);
  return signedCertificate(order, { name: subject.der, key: issuer.key, spki });
}

/** A certificate that signs itself: a root. */
export function issueRoot(order: Omit<CertificateOrder, 'kind' | 'spki'>, key: SigningKey): Uint8Array {
  const name = writeName(order.subject);
  return signedCertificate({ ...order, kind: 'root', spki: key.spki }, { name, key, spki: key.spki });
}

function signedCertificate(
  order: CertificateOrder,
  issuer: { name: Uint8Array; key: SigningKey; spki: Uint8Array },
): Uint8Array {
  const algorithm = signatureAlgorithmIdentifier(issuer.key.algorithm);
  const tbs = sequence(
    explicit(0, integer(2)),
    integerFromHex(order.serialNumber),
    algorithm,
    issuer.name,
    sequence(time(order.notBefore), time(order.notAfter)),
    writeName(order.subject),
    order.spki,
    explicit(3, sequence(...extensionsOf(order, issuer.spki))),
  );
  return signed(tbs, issuer.key);
}

/** SEQUENCE { what is signed, algorithm, signature }: the shape of certificates and CRLs. */
export function signed(tbs: Uint8Array, key: SigningKey): Uint8Array {
  return sequence(tbs, signatureAlgorithmIdentifier(key.algorithm), bitString(derSignature(tbs, key)));
}

/** The signature as X.509 carries it. */
export function derSignature(data: Uint8Array, key: SigningKey): Uint8Array {
  const signature = signWith(key, data);
  return key.algorithm.startsWith('ecdsa') ? ecdsaToDer(signature) : signature;
}

export function extension(oid: string, value: Uint8Array, critical = false): Uint8Array {
  return sequence(objectIdentifier(oid), critical ? boolean(true) : undefined, octetString(value));
}

/** The key identifier of RFC 5280 4.2.1.2 (1). */
export function keyIdentifier(spki: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha1').update(subjectPublicKeyBytes(spki)).digest());
}

export function authorityKeyIdentifierExtension(issuerSpki: Uint8Array): Uint8Array {
  const identifier = der(0x80, keyIdentifier(issuerSpki));
  return extension(extensionOid.authorityKeyIdentifier, sequence(identifier));
}

function extensionsOf(order: CertificateOrder, issuerSpki: Uint8Array): readonly Uint8Array[] {
  const { keyUsage, purposes, purposesCritical = false, authority = false } = kinds[order.kind];
  const bits = keyUsage.map((usage) => keyUsageBits.indexOf(usage));
  return [
    extension(extensionOid.subjectKeyIdentifier, octetString(keyIdentifier(order.spki))),
    authorityKeyIdentifierExtension(issuerSpki),
    extension(extensionOid.basicConstraints, basicConstraints(authority, order.pathLength), true),
    extension(extensionOid.keyUsage, bitPositions(bits), true),
    ...(purposes.length === 0
      ? []
      : [extension(extensionOid.extendedKeyUsage, sequence(...purposes.map(objectIdentifier)), purposesCritical)]),
    ...(order.kind === 'root'
      ? []
      : [extension(extensionOid.certificatePolicies, sequence(sequence(objectIdentifier(testPolicy))))]),
    ...(order.kind === 'ocsp' ? [extension(extensionOid.ocspNoCheck, nullValue())] : []),
    ...alternativeNames(order),
    ...urlExtensions(order.urls ?? {}),
    ...(order.extraExtensions ?? []),
  ];
}

function basicConstraints(authority: boolean, pathLength: number | undefined): Uint8Array {
  if (!authority) return sequence();
  return sequence(boolean(true), pathLength === undefined ? undefined : integer(pathLength));
}

function alternativeNames({ dnsNames = [], ipAddresses = [] }: CertificateOrder): readonly Uint8Array[] {
  const names = [
    ...dnsNames.map((name) => asciiString(name, 0x82)),
    ...ipAddresses.map((address) => der(0x87, Uint8Array.from(address.split('.'), Number))),
  ];
  return names.length === 0 ? [] : [extension(extensionOid.subjectAltName, sequence(...names))];
}

function urlExtensions({ ocsp, crl, caIssuers }: CertificateUrls): readonly Uint8Array[] {
  const uri = (text: string) => asciiString(text, 0x86);
  const access = [
    ...(ocsp === undefined ? [] : [sequence(objectIdentifier(accessMethodOid.ocsp), uri(ocsp))]),
    ...(caIssuers === undefined ? [] : [sequence(objectIdentifier(accessMethodOid.caIssuers), uri(caIssuers))]),
  ];
  const point = crl === undefined ? undefined : sequence(explicit(0, der(0xa0, uri(crl))));
  return [
    ...(access.length === 0 ? [] : [extension(extensionOid.authorityInfoAccess, sequence(...access))]),
    ...(point === undefined ? [] : [extension(extensionOid.crlDistributionPoints, sequence(point))]),
  ];
}
