import { encodeBase64 } from '../base64-text.ts';

/** Validation material to be kept with a signature, DER. */
export interface LongTermMaterial {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

/** xades:CertificateValues and xades:RevocationValues, the empty ones left out. @spec EN 319 132-1 5.4.1, 5.4.2 */
export function validationValues({ certificates, crls, ocsps }: LongTermMaterial): string {
  const revocation = [
    list('CRLValues', 'EncapsulatedCRLValue', crls),
    list('OCSPValues', 'EncapsulatedOCSPValue', ocsps),
  ];
  return [
    list('CertificateValues', 'EncapsulatedX509Certificate', certificates),
    wrapped('RevocationValues', revocation.join('')),
  ].join('');
}

function list(name: string, entry: string, values: readonly Uint8Array[]): string {
  const entries = values.map((value) => `<xades:${entry}>${encodeBase64(value)}</xades:${entry}>`);
  return wrapped(name, entries.join(''));
}

function wrapped(name: string, content: string): string {
  return content === '' ? '' : `<xades:${name}>${content}</xades:${name}>`;
}
