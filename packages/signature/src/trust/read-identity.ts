import type { Certificate } from '../certificate/certificate.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { childElements, type XmlElement } from '../xml/index.ts';
import { childText } from './trusted-list-elements.ts';

/** The certificates of a ServiceDigitalIdentity; one that cannot be read is told of. @spec TS 119 612 5.5.3 */
export function certificatesOf(identity: XmlElement | undefined, omitted: string[]): readonly Certificate[] {
  const found: Certificate[] = [];
  for (const digitalId of identity === undefined ? [] : childElements(identity)) {
    const base64 = childText(digitalId, 'X509Certificate');
    if (base64 === undefined) continue;
    try {
      const bytes = atob(base64.replaceAll(/\s/g, ''));
      found.push(parseCertificate(Uint8Array.from(bytes, (character) => character.charCodeAt(0))));
    } catch (error) {
      omitted.push(`certificate: ${String(error)}`);
    }
  }
  return found;
}
