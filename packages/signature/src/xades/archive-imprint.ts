import { concat } from '../der/writer.ts';
import type { Canonicalisation, XmlDocument, XmlElement } from '../xml/index.ts';
import type { CanonicalParts } from './canonical-parts.ts';
import type { ReadSignature } from './read-signature.ts';
import { XadesRefusal } from './refusal.ts';

interface Archived {
  readonly document: XmlDocument;
  readonly canonical: CanonicalParts;
  /** How many of the unsigned properties the timestamp covers: those that stand before it. */
  readonly before: number;
  readonly how: Canonicalisation;
}

/**
 * The bytes an ArchiveTimeStamp is over: what the references give, SignedInfo, SignatureValue, KeyInfo, and the
 * unsigned properties before it; such a signature has no further Objects. Throws XadesRefusal, `c14n-unsupported`.
 * @spec EN 319 132-1 5.5.2.2
 */
export function archiveImprintData(
  signature: ReadSignature,
  { document, canonical, before, how }: Archived,
): Uint8Array {
  const { signedInfo, signatureValue, keyInfo, unsignedProperties } = signature;
  const referenced = signedInfo.references.map(({ uri, canonicalisation, element }) => {
    const target = document.byId.get(uri.replace(/^#/, ''));
    if (target === undefined) throw new XadesRefusal('reference-not-found', element);
    return canonical.bytesOf(target, canonicalisation);
  });
  const own: readonly XmlElement[] = [
    signedInfo.element,
    signatureValue.element,
    ...(keyInfo === undefined ? [] : [keyInfo]),
    ...unsignedProperties.slice(0, before),
  ];
  return concat(...referenced, ...own.map((element) => canonical.bytesOf(element, how)));
}
