import type { DigestAlgorithm } from '../../crypto/index.ts';
import type { TimestampEvidence } from '../../validation/signature-evidence.ts';
import { placeOf, type XmlElement } from '../../xml/index.ts';
import { bytesOf, membersOf } from './foreign-members.ts';
import { type Covering, imprintPieces } from './imprint.ts';
import { carriedValues } from './unsigned-values.ts';

const kinds: ReadonlyMap<string, TimestampEvidence['kind']> = new Map([
  ['AllDataObjectsTimeStamp', 'content'],
  ['IndividualDataObjectsTimeStamp', 'content'],
  ['SignatureTimeStamp', 'signature'],
  ['SigAndRefsTimeStamp', 'references'],
  ['SigAndRefsTimeStampV2', 'references'],
  ['RefsOnlyTimeStamp', 'references'],
  ['RefsOnlyTimeStampV2', 'references'],
  ['ArchiveTimeStamp', 'archive'],
]);

/** The tokens of every timestamp of a signature with what each must be over. Throws EvidenceRefusal. */
export function readTimestamps(elements: readonly XmlElement[], covering: Covering): readonly TimestampEvidence[] {
  return elements.flatMap((element) => {
    const kind = kinds.get(element.localName);
    if (kind === undefined || (kind === 'content') === isUnsigned(element, covering)) return [];
    const tokens = tokensIn(element);
    const id = element.attributes.get('Id') ?? placeOf(element);
    const made = tokens.map((token, index) => ({ token, id: index === 0 ? id : `${id}-${index + 1}` }));
    const proves = provenBy(kind, element, covering);
    return made.map((one) => ({ ...one, kind, imprint: imprintOf(element, covering), proves }));
  });
}

/** One on the data is signed with it, all others come after: in the other place it says nothing. */
function isUnsigned(element: XmlElement, { signature }: Covering): boolean {
  return signature.properties?.unsigned.includes(element) ?? false;
}

function tokensIn(element: XmlElement): readonly Uint8Array[] {
  return membersOf(element, element.namespace, 'EncapsulatedTimeStamp')
    .concat(element.namespace === xades132 ? [] : membersOf(element, xades132, 'EncapsulatedTimeStamp'))
    .map(bytesOf);
}

const xades132 = 'http://uri.etsi.org/01903/v1.3.2#';

/** Rebuilt once for each algorithm asked for; what cannot be rebuilt is not guessed at. */
function imprintOf(element: XmlElement, covering: Covering): TimestampEvidence['imprint'] {
  const known = new Map<DigestAlgorithm, Uint8Array | undefined>();
  return (algorithm) => {
    if (!known.has(algorithm)) {
      const data = imprintPieces(element, covering);
      known.set(algorithm, data === undefined ? undefined : covering.reading.options.crypto.digest(algorithm, data));
    }
    return known.get(algorithm);
  };
}

/** @spec EN 319 102-1 5.6.2.3 */
function provenBy(
  kind: TimestampEvidence['kind'],
  element: XmlElement,
  covering: Covering,
): TimestampEvidence['proves'] {
  const { signature, references, inKeyInfo, signingCertificate } = covering;
  const found = references.some(({ data }) => data !== undefined);
  if (kind === 'content') return { signatureValue: false, signedData: found, objects: [] };
  const signer = signingCertificate === undefined ? [] : [signingCertificate];
  if (kind === 'signature') return { signatureValue: true, signedData: found, objects: signer };
  const unsigned = signature.properties?.unsigned ?? [];
  const earlier = unsigned.slice(0, unsigned.indexOf(element));
  const earlierTokens = earlier.filter(({ localName }) => kinds.has(localName)).flatMap(tokensIn);
  if (kind === 'references') {
    const whole = element.localName.startsWith('SigAndRefs');
    return { signatureValue: whole, signedData: whole && found, objects: whole ? [...signer, ...earlierTokens] : [] };
  }
  const { certificates, crls, ocsps } = carriedValues(earlier);
  const objects = [...signer, ...inKeyInfo, ...certificates, ...crls, ...ocsps, ...earlierTokens];
  return { signatureValue: true, signedData: found, objects };
}
