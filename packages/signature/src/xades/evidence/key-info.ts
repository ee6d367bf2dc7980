import { elementsWithin, hasName, type XmlElement } from '../../xml/index.ts';
import { dsNamespace } from '../names.ts';
import { bytesOf, membersOf } from './foreign-members.ts';
import { EvidenceRefusal } from './problems.ts';

/**
 * The certificates of ds:KeyInfo: hints, never trust. Bare keys and names of certificates say nothing that a
 * certificate bound by the signature does not say better, so they are passed over; what points elsewhere is refused.
 * Throws EvidenceRefusal.
 */
export function certificatesInKeyInfo(keyInfo: XmlElement): readonly Uint8Array[] {
  for (const element of elementsWithin(keyInfo)) {
    if (element.localName === 'RetrievalMethod' || element.localName === 'KeyInfoReference') {
      throw new EvidenceRefusal('key-retrieval-not-allowed', element);
    }
  }
  const data = membersOf(keyInfo, dsNamespace, 'X509Data');
  return data.flatMap((one) => membersOf(one, dsNamespace, 'X509Certificate').map(bytesOf));
}

export function holdsCertificate(keyInfo: XmlElement): boolean {
  return [...elementsWithin(keyInfo)].some((element) => hasName(element, dsNamespace, 'X509Certificate'));
}
