import { extension, signed } from '../../../../simulators/certificate-authority/issue-certificate.ts';
import { generateKey, type SigningKey } from '../../../../simulators/certificate-authority/keys.ts';
import type { KeyUsage } from '../../src/certificate/certificate.ts';
import { keyUsageBits, writeName } from '../../src/certificate/index.ts';
import { extensionOid } from '../../src/certificate/object-identifiers.ts';
import { signatureAlgorithmIdentifier } from '../../src/crypto/index.ts';
import {
  bitPositions,
  boolean,
  der,
  explicit,
  integer,
  integerFromHex,
  joined,
  objectIdentifier,
  sequence,
  time,
} from '../../src/der/writer.ts';

/** The time all odd certificates and lists are made for, epoch ms. */
export const at = Date.parse('2026-05-29T08:00:00Z');
const day = 86_400_000;

/** Someone with a key and a certificate. */
export interface Party {
  readonly name: Uint8Array;
  readonly key: SigningKey;
  readonly certificate: Uint8Array;
  readonly serial: string;
}

export interface OddOrder {
  readonly name?: string;
  /** Another’s name: self-issued, or two of one name. */
  readonly sameNameAs?: Party;
  readonly key?: SigningKey;
  /** Hex; a minus for negative. */
  readonly serial?: string;
  readonly version?: 1 | 3;
  /** May certify, with key usage for certificates and lists unless said otherwise. */
  readonly authority?: boolean;
  readonly usage?: readonly KeyUsage[];
  readonly extensions?: readonly Uint8Array[];
  readonly notAfter?: number;
}

let lastSerial = 0x1000;

/** A certificate as odd as ordered; a root without an issuer. Nobody checks the order. */
export function issueOdd(order: OddOrder, issuer?: Party): Party {
  const key = order.key ?? generateKey('p-256');
  const name = order.sameNameAs?.name ?? nameOf(order.name ?? `Người ${lastSerial} THỬ NGHIỆM`);
  const serial = order.serial ?? (++lastSerial).toString(16);
  const signer = issuer?.key ?? key;
  const isNew = order.version !== 1;
  const tbs = sequence(
    isNew ? explicit(0, integer(2)) : undefined,
    integerFromHex(serial),
    signatureAlgorithmIdentifier(signer.algorithm),
    issuer?.name ?? name,
    sequence(time(at - 365 * day), time(order.notAfter ?? at + 365 * day)),
    name,
    key.spki,
    isNew ? explicit(3, sequence(...extensionsOf(order))) : undefined,
  );
  return { name, key, serial, certificate: signed(tbs, signer) };
}

export function nameOf(commonName: string): Uint8Array {
  return writeName([
    ['country', 'VN'],
    ['commonName', commonName],
  ]);
}

function extensionsOf({ authority = false, usage, extensions = [] }: OddOrder): readonly Uint8Array[] {
  const usages: readonly KeyUsage[] = usage ?? (authority ? ['keyCertSign', 'crlSign'] : ['digitalSignature']);
  const bits = bitPositions(usages.map((one) => keyUsageBits.indexOf(one)));
  const constraints = authority ? sequence(boolean(true)) : sequence();
  return [
    extension(extensionOid.basicConstraints, constraints, true),
    extension(extensionOid.keyUsage, bits, true),
    ...extensions,
  ];
}

export interface OddList {
  readonly revoked?: readonly { serial: string; issuer?: Party; reason?: number }[];
  readonly extensions?: readonly Uint8Array[];
  /** Days from `at`. */
  readonly from?: number;
  readonly until?: number;
  readonly number?: number;
}

/** A revocation list as odd as ordered, base64-free DER. */
export function listOdd(order: OddList, issuer: Party): Uint8Array {
  const { revoked = [], extensions = [], from = 0, until = 7, number = 1 } = order;
  const entries = revoked.map(({ serial, issuer: other, reason }) => {
    const more = [
      ...(reason === undefined ? [] : [extension(extensionOid.reasonCode, integer(reason, 0x0a))]),
      ...(other === undefined
        ? []
        : [extension(extensionOid.certificateIssuer, sequence(explicit(4, other.name)), true)]),
    ];
    return sequence(integerFromHex(serial), time(at - day), more.length === 0 ? undefined : sequence(...more));
  });
  const tbs = sequence(
    integer(1),
    signatureAlgorithmIdentifier(issuer.key.algorithm),
    issuer.name,
    time(at + from * day),
    time(at + until * day),
    entries.length === 0 ? undefined : sequence(joined(entries)),
    explicit(0, sequence(extension(extensionOid.crlNumber, integer(number)), ...extensions)),
  );
  return signed(tbs, issuer.key);
}

/** Where lists come from, in a certificate: the place, the reasons (bit positions), who signs them. */
export function listedAt(place: string, reasons?: readonly number[], crlIssuer?: Party): Uint8Array {
  return extension(
    extensionOid.crlDistributionPoints,
    sequence(
      sequence(
        pointName(place),
        reasons && Uint8Array.of(0x81, ...bitPositions(reasons).subarray(1)),
        crlIssuer && der(0xa2, explicit(4, crlIssuer.name)),
      ),
    ),
  );
}

/** The same place, in a list, with its limits. */
export function issuedAt(
  place: string | undefined,
  limits: { reasons?: readonly number[]; indirect?: true; onlyUsers?: true; onlyAuthorities?: true } = {},
): Uint8Array {
  const flag = (tag: number) => Uint8Array.of(tag, 1, 0xff);
  const members = sequence(
    place === undefined ? undefined : pointName(place),
    limits.onlyUsers && flag(0x81),
    limits.onlyAuthorities && flag(0x82),
    limits.reasons && Uint8Array.of(0x83, ...bitPositions(limits.reasons).subarray(1)),
    limits.indirect && flag(0x84),
  );
  return extension(extensionOid.issuingDistributionPoint, members, true);
}

/** A list of the changes since the complete list of this number. */
export function changesSince(number: number): Uint8Array {
  return extension(extensionOid.deltaCrlIndicator, integer(number), true);
}

export function policies(...oids: readonly string[]): Uint8Array {
  return extension(extensionOid.certificatePolicies, sequence(...oids.map((oid) => sequence(objectIdentifier(oid)))));
}

export function mapped(...pairs: readonly (readonly [string, string])[]): Uint8Array {
  const list = pairs.map((pair) => sequence(...pair.map(objectIdentifier)));
  return extension(extensionOid.policyMappings, sequence(...list), true);
}

function pointName(place: string): Uint8Array {
  return explicit(0, explicit(0, der(0x86, new TextEncoder().encode(place))));
}
