import type { Certificate } from '../certificate/certificate.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { type Crl, type OcspResponse, parseCrl, parseOcspResponse } from '../revocation/index.ts';

/** Certificates and revocation data to validate with, read. None of it is trusted for being here. */
export interface ValidationMaterial {
  readonly certificates: readonly Certificate[];
  readonly crls: readonly Crl[];
  readonly ocsps: readonly OcspResponse[];
}

/** As files and signatures carry it, DER. */
export interface RawMaterial {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

export const noMaterial: ValidationMaterial = { certificates: [], crls: [], ocsps: [] };

/** What cannot be read is left out: it proves nothing, and something else may. */
export function readMaterial({ certificates, crls, ocsps }: RawMaterial): ValidationMaterial {
  return {
    certificates: readable(certificates, parseCertificate),
    crls: readable(crls, parseCrl),
    ocsps: readable(ocsps, parseOcspResponse),
  };
}

/** The parsers give one object for the same bytes, so that joining removes what is there twice. */
export function joinMaterial(...all: readonly ValidationMaterial[]): ValidationMaterial {
  return {
    certificates: [...new Set(all.flatMap(({ certificates }) => certificates))],
    crls: [...new Set(all.flatMap(({ crls }) => crls))],
    ocsps: [...new Set(all.flatMap(({ ocsps }) => ocsps))],
  };
}

function readable<T>(all: readonly Uint8Array[], parse: (der: Uint8Array) => T): readonly T[] {
  return all.flatMap((der) => {
    try {
      return [parse(der)];
    } catch {
      return [];
    }
  });
}
