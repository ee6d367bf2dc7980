import type { Certificate } from '../../certificate/index.ts';
import { isIssuerSerialOf } from '../../cms/signing-certificate.ts';
import { readDer } from '../../der/reader.ts';
import type { IssuerSerialStatement } from './statements.ts';

/** Whether an issuer and serial number named beside a certificate's digest are that certificate's. */
export function issuerSerialFits(statement: IssuerSerialStatement, certificate: Certificate): boolean {
  if ('der' in statement) return isEncoded(statement.der, certificate);
  if (!/^-?\d{1,60}$/.test(statement.serial)) return false;
  if (BigInt(statement.serial) !== serialOf(certificate)) return false;
  return sameValues(valuesIn(statement.issuer), valuesIn(certificate.issuer.text));
}

function isEncoded(issuerSerial: Uint8Array, certificate: Certificate): boolean {
  try {
    return isIssuerSerialOf(readDer(issuerSerial), certificate);
  } catch {
    return false;
  }
}

function serialOf({ serialNumber }: Certificate): bigint {
  return serialNumber.startsWith('-') ? -BigInt(`0x${serialNumber.slice(1)}`) : BigInt(`0x${serialNumber}`);
}

/**
 * Names as text differ from maker to maker in order, spacing and what the parts are called; their values do not. A
 * value written as hex of its encoding could be any.
 */
function sameValues(stated: readonly string[], actual: readonly string[]): boolean {
  if (stated.some((value) => value.startsWith('#'))) return true;
  return stated.length === actual.length && stated.every((value, index) => value === actual[index]);
}

function valuesIn(name: string): readonly string[] {
  const parts = name.match(/(?:\\.|"[^"]*"|[^,+;])+/gs) ?? [];
  return parts.map((part) => comparable(part.slice(part.indexOf('=') + 1))).sort();
}

function comparable(value: string): string {
  const plain = value
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replaceAll(/(?:\\[0-9a-f]{2})+/gi, bytesAsText)
    .replaceAll(/\\(.)/gs, '$1');
  return plain.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ');
}

/** Bytes of UTF-8 written as pairs of hex digits, each after a backslash. @spec RFC 4514 2.4 */
function bytesAsText(pairs: string): string {
  return new TextDecoder().decode(Uint8Array.from(pairs.slice(1).split('\\'), (pair) => Number.parseInt(pair, 16)));
}
