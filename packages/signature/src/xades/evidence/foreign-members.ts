import { childElements, hasName, plainText, type XmlElement } from '../../xml/index.ts';
import { decodeBase64 } from '../base64-text.ts';
import { EvidenceRefusal } from './problems.ts';

/**
 * Members of elements in files made by others: by name, wherever they stand among their siblings, so that what is not
 * known here passes; but never more than the schema has, so that nothing can stand for another.
 */
export function onlyMember(element: XmlElement, namespace: string, localName: string): XmlElement {
  const member = optionalMember(element, namespace, localName);
  if (member === undefined) throw new EvidenceRefusal('structure-wrong', element);
  return member;
}

export function optionalMember(element: XmlElement, namespace: string, localName: string): XmlElement | undefined {
  const [member, second] = membersOf(element, namespace, localName);
  if (second !== undefined) throw new EvidenceRefusal('structure-wrong', second);
  return member;
}

export function membersOf(element: XmlElement, namespace: string, localName: string): readonly XmlElement[] {
  return childElements(element).filter((child) => hasName(child, namespace, localName));
}

/** Comments are passed over nowhere: a value with one inside reads differently to different readers. */
export function textOf(element: XmlElement): string {
  const text = plainText(element);
  if (text === undefined) throw new EvidenceRefusal('value-malformed', element);
  return text.trim();
}

export function bytesOf(element: XmlElement): Uint8Array {
  const bytes = decodeBase64(textOf(element).replace(/[ \t\r\n]/g, ''));
  if (bytes === undefined) throw new EvidenceRefusal('value-malformed', element);
  return bytes;
}

export function algorithmOf(element: XmlElement): string {
  return attribute(element, 'Algorithm');
}

/** The value of an attribute that must be there. */
export function attribute(element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) throw new EvidenceRefusal('structure-wrong', element);
  return value;
}
