import { readDistributionPoints } from '../certificate/distribution-point.ts';
import type { Extension } from '../certificate/extensions.ts';
import { extensionOid } from '../certificate/object-identifiers.ts';
import { DerMembers, type DerValue } from '../der/reader.ts';
import { readIntegerHex, readTime, toHex } from '../der/simple-values.ts';
import { contextTag } from '../der/tags.ts';
import { readIssuingDistributionPoint } from './issuing-distribution-point.ts';

const known: ReadonlySet<string> = new Set([
  extensionOid.authorityKeyIdentifier,
  extensionOid.crlNumber,
  extensionOid.issuingDistributionPoint,
  extensionOid.issuerAltName,
  extensionOid.deltaCrlIndicator,
  extensionOid.freshestCrl,
  extensionOid.expiredCertificatesOnCrl,
]);

/** What a list says about itself. @spec RFC 5280 5.2 */
export function readCrlExtensions(list: readonly Extension[]) {
  const read = <T>(oid: string, reader: (value: DerValue) => T): T | undefined => {
    const extension = list.find((one) => one.oid === oid);
    return extension === undefined ? undefined : reader(extension.value);
  };
  const unknown = list.find(({ oid, critical }) => critical && !known.has(oid));
  return {
    number: read(extensionOid.crlNumber, (value) => readIntegerHex(value)),
    authorityKeyIdentifier: read(extensionOid.authorityKeyIdentifier, readKeyIdentifier),
    issuingDistributionPoint: read(extensionOid.issuingDistributionPoint, readIssuingDistributionPoint),
    baseNumber: read(extensionOid.deltaCrlIndicator, (value) => readIntegerHex(value)),
    freshestCrl: read(extensionOid.freshestCrl, readDistributionPoints),
    keepsExpiredSince: read(extensionOid.expiredCertificatesOnCrl, (value) => readTime(value, true)),
    unsupported: unknown === undefined ? undefined : `critical extension ${unknown.oid}`,
  };
}

function readKeyIdentifier(value: DerValue): string | undefined {
  const identifier = new DerMembers(value).takeIf(contextTag(0, 'primitive'));
  return identifier && toHex(identifier.content);
}
