import type { Certificate } from '../../certificate/index.ts';
import { equalBytes } from '../../der/writer.ts';
import { issuerSerial } from '../issuer-serial.ts';
import type { IssuerSerialStatement } from './statements.ts';

/** Whether an issuer and serial number named beside a certificate's digest are that certificate's. */
export function issuerSerialFits(statement: IssuerSerialStatement, certificate: Certificate): boolean {
  if ('der' in statement) return equalBytes(statement.der, issuerSerial(certificate.der));
  if (!/^\d{1,60}$/.test(statement.serial)) return false;
  if (BigInt(statement.serial) !== BigInt(`0x${certificate.serialNumber}`)) return false;
  return sameValues(valuesIn(statement.issuer), valuesIn(certificate.issuer.text));
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
    .replaceAll(/\\(.)/gs, '$1');
  return plain.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ');
}
