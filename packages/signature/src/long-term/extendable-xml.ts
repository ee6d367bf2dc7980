import type { CryptoPort } from '../crypto/index.ts';
import type { SignatureEvidence } from '../validation/signature-evidence.ts';
import {
  addTimestampValidation,
  completeArchiveTimestamp,
  extendToLt,
  prepareArchiveTimestamp,
} from '../xades/index.ts';
import { childElements, parseXml } from '../xml/index.ts';
import type { ExtendableFile } from './extend-signatures.ts';

export interface ExtendableXmlTools {
  readonly crypto: CryptoPort;
  /** Its evidence, as the caller reads such files. */
  read(file: Uint8Array): Promise<readonly SignatureEvidence[]>;
}

/** XAdES as this package writes it; each signature keeps its own material and has its own archive timestamps. */
export function extendableXml({ crypto, read }: ExtendableXmlTools): ExtendableFile {
  return {
    read,
    withMaterial(file, material) {
      let xml = file;
      for (const { id: signatureId, missing } of material) {
        if (missing.crls.length + missing.ocsps.length === 0) continue;
        const add = hasRevocationValues(xml, signatureId) ? addTimestampValidation : extendToLt;
        xml = add({ xml, signatureId, ...missing });
      }
      return xml;
    },
    async withArchiveTimestamps(file, ids, stamp) {
      // No archive timestamp is over another signature’s unsigned properties: all can be asked for at once.
      const digests = ids.map((signatureId) => prepareArchiveTimestamp({ xml: file, signatureId, crypto }));
      const tokens = await stamp(digests);
      let xml = file;
      for (const [index, signatureId] of ids.entries()) {
        xml = completeArchiveTimestamp({ xml, signatureId, crypto }, tokens[index] ?? new Uint8Array());
      }
      return xml;
    },
  };
}

function hasRevocationValues(xml: Uint8Array, signatureId: string): boolean {
  const signature = parseXml(xml).byId.get(signatureId);
  const object = signature && childElements(signature).find(({ localName }) => localName === 'Object');
  const [qualifying] = object === undefined ? [] : childElements(object);
  const unsigned = qualifying && childElements(qualifying).find(({ localName }) => localName === 'UnsignedProperties');
  const [properties] = unsigned === undefined ? [] : childElements(unsigned);
  return (
    properties !== undefined && childElements(properties).some(({ localName }) => localName === 'RevocationValues')
  );
}
