import { SignatureError } from '../errors.ts';
import { childElements, hasName, wholeText, type XmlElement } from '../xml/index.ts';

export const trustedListNamespace = 'http://uri.etsi.org/02231/v2#';

export function child(element: XmlElement, localName: string): XmlElement | undefined {
  return childElements(element).find((one) => hasName(one, trustedListNamespace, localName));
}

export function childText(element: XmlElement, localName: string): string | undefined {
  const found = child(element, localName);
  return found && wholeText(found)?.trim();
}

/** Epoch milliseconds of an xsd:dateTime with a zone. Throws `trusted-list-malformed`. */
export function timeOf(text: string | undefined): number {
  const time = text !== undefined && /T.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isFinite(time)) throw new SignatureError('trusted-list-malformed', `time ${text}`);
  return time;
}
