import { SignatureError } from '../../errors.ts';
import {
  type Canonicalisation,
  canonicalBytes,
  canonicalDocument,
  type XmlDocument,
  type XmlElement,
} from '../../xml/index.ts';
import { defaultCanonicalisation } from './canonical-method.ts';
import type { NodeData, SignedData } from './signed-data.ts';

/** Canonical forms made for one file, no more of them than its limit allows. */
export class Octets {
  readonly #document: XmlDocument;
  #left: number;

  constructor(document: XmlDocument, most: number) {
    this.#document = document;
    this.#left = most;
  }

  /** Throws `c14n-unsupported`, `xml-too-large`. */
  ofElement(element: XmlElement, how: Canonicalisation): Uint8Array {
    return this.#counted(canonicalBytes(this.#document, element, how));
  }

  /** What of the nodes a canonicalisation makes: comments only where both have them. Throws as `ofElement`. */
  canonical({ document, apex, whole, comments, without }: NodeData, how: Canonicalisation): Uint8Array {
    const form = {
      ...how,
      comments: comments && how.comments === true,
      ...(without === undefined ? {} : { without }),
    };
    return this.#counted(whole ? canonicalDocument(document, form) : canonicalBytes(document, apex, form));
  }

  /** The bytes that are digested in the end. */
  final(data: SignedData, how: Canonicalisation = defaultCanonicalisation): Uint8Array {
    return data.kind === 'octets' ? data.bytes : this.canonical(data, how);
  }

  #counted(bytes: Uint8Array): Uint8Array {
    this.#left -= bytes.length;
    if (this.#left < 0) throw new SignatureError('xml-too-large', 'canonical forms of one file');
    return bytes;
  }
}
