import { type Canonicalisation, canonicalBytes, type XmlDocument, type XmlElement } from '../xml/index.ts';

/** The canonical forms asked for while one document is checked; each is made once, however many signatures ask. */
export class CanonicalParts {
  readonly #document: XmlDocument;
  readonly #known = new Map<string, Uint8Array>();

  constructor(document: XmlDocument) {
    this.#document = document;
  }

  /** Throws `c14n-unsupported`. */
  bytesOf(element: XmlElement, how: Canonicalisation): Uint8Array {
    const key = `${element.start} ${how.form} ${how.inclusivePrefixes?.join(' ') ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = canonicalBytes(this.#document, element, how);
    this.#known.set(key, made);
    return made;
  }

  /** Whether the file holds the element in its exclusive canonical form. */
  standsCanonically(element: XmlElement): boolean {
    const { buffer, byteOffset } = this.bytesOf(element, { form: 'exclusive' });
    const { bytes } = this.#document;
    return buffer === bytes.buffer && byteOffset === bytes.byteOffset + element.start;
  }
}
