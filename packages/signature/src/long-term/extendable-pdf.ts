import type { CryptoPort } from '../crypto/index.ts';
import {
  addValidationData,
  completeDocumentTimestamp,
  prepareDocumentTimestamp,
  readPadesEvidence,
} from '../pades/index.ts';
import { type PdfTools, readFields, readPdf } from '../pdf/index.ts';
import type { RawMaterial } from '../validation/validation-material.ts';
import type { ExtendableFile } from './extend-signatures.ts';

/** Room for a token with the certificates of its authority; the usual ones have 3 to 8 KB. */
const tokenBytes = 12 * 1024;

/** PAdES: one store for all signatures, and one document timestamp over everything. */
export function extendablePdf(using: {
  readonly crypto: CryptoPort;
  readonly tools: PdfTools;
  /** DER; certificates the caller holds, for signatures that carry none. */
  readonly certificates?: readonly Uint8Array[];
}): ExtendableFile {
  return {
    read: (file) => readPadesEvidence(file, using),
    withMaterial(pdf, material) {
      // One record a signature: what it said stays, what is new joins it.
      const signatures = material
        .filter(({ missing }) => !isEmpty(missing))
        .map(({ id, present, missing }) => ({
          fieldName: id,
          certificates: [...present.certificates, ...missing.certificates],
          crls: [...present.crls, ...missing.crls],
          ocsps: [...present.ocsps, ...missing.ocsps],
        }));
      return signatures.length === 0 ? pdf : addValidationData({ pdf, ...using, signatures });
    },
    async withArchiveTimestamps(pdf, _, stamp) {
      const fieldName = newFieldName(pdf, using.tools);
      const prepared = prepareDocumentTimestamp({ pdf, ...using, fieldName, tokenBytes });
      const [token = new Uint8Array()] = await stamp([prepared.digest]);
      return completeDocumentTimestamp(prepared, token);
    },
  };
}

function isEmpty({ certificates, crls, ocsps }: RawMaterial): boolean {
  return certificates.length + crls.length + ocsps.length === 0;
}

function newFieldName(pdf: Uint8Array, tools: PdfTools): string {
  const taken = new Set(readFields(readPdf(pdf, tools)).map(({ name }) => name));
  let number = 1;
  while (taken.has(`DauThoiGian${number}`)) number += 1;
  return `DauThoiGian${number}`;
}
