import type { SignatureAlgorithm } from '../../crypto/index.ts';
import { type Canonicalisation, childElements, hasName, type XmlElement } from '../../xml/index.ts';
import { dsNamespace } from '../names.ts';
import { requiredCanonicalisation } from './canonical-method.ts';
import { bytesOf, membersOf, onlyMember, optionalMember } from './foreign-members.ts';
import { EvidenceRefusal } from './problems.ts';
import { type ForeignProperties, findProperties } from './qualifying-properties.ts';
import { readSignatureMethod } from './signature-method.ts';

/** A ds:Signature of any maker: its frame is exactly right, what is inside each part is still unread. */
export interface ForeignSignature {
  readonly element: XmlElement;
  readonly id?: string;
  readonly signedInfo: XmlElement;
  readonly canonicalisation: Canonicalisation;
  /** Absent where it is none this package knows. */
  readonly algorithm?: SignatureAlgorithm;
  readonly saltLength?: number;
  readonly references: readonly XmlElement[];
  readonly signatureValue: XmlElement;
  readonly value: Uint8Array;
  readonly keyInfo?: XmlElement;
  readonly objects: readonly XmlElement[];
  readonly properties?: ForeignProperties;
}

/** Throws EvidenceRefusal. @spec XMLDSig 1.1 4.2 */
export function readForeignSignature(element: XmlElement): ForeignSignature {
  requireFrame(element);
  const signedInfo = onlyMember(element, dsNamespace, 'SignedInfo');
  const signatureValue = onlyMember(element, dsNamespace, 'SignatureValue');
  const keyInfo = optionalMember(element, dsNamespace, 'KeyInfo');
  const objects = membersOf(element, dsNamespace, 'Object');
  const canonicalisation = requiredCanonicalisation(onlyMember(signedInfo, dsNamespace, 'CanonicalizationMethod'));
  const method = readSignatureMethod(onlyMember(signedInfo, dsNamespace, 'SignatureMethod'));
  const references = membersOf(signedInfo, dsNamespace, 'Reference');
  const value = bytesOf(signatureValue);
  const properties = findProperties(element, objects);
  const id = element.attributes.get('Id');
  return {
    ...{ element, signedInfo, canonicalisation, references, signatureValue, value, objects },
    ...(id === undefined ? {} : { id }),
    ...method,
    ...(keyInfo === undefined ? {} : { keyInfo }),
    ...(properties === undefined ? {} : { properties }),
  };
}

const frame = ['SignedInfo', 'SignatureValue', 'KeyInfo', 'Object'];

/** The four parts in their order and nothing else, so that no part can be taken for another of its name. */
function requireFrame(element: XmlElement): void {
  let reached = 0;
  for (const child of childElements(element)) {
    const place = frame.indexOf(child.localName);
    if (!hasName(child, dsNamespace, child.localName) || place < reached) {
      throw new EvidenceRefusal('structure-wrong', child);
    }
    reached = place;
  }
  const text = element.children.some((child) => child.kind === 'text' && child.text.trim() !== '');
  if (text) throw new EvidenceRefusal('structure-wrong', element);
}
