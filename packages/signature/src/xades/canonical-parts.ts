import { SignatureError } from '../errors.ts';
import { type Canonicalisation, canonicalBytes, type XmlDocument, type XmlElement } from '../xml/index.ts';

/** Of all canonical forms made for one file; a record's stand in it and need none made. */
const mostMade = 128 << 20;

/** The canonical forms asked for while one document is checked; each is made once, however many signatures ask. */
export class CanonicalParts {
  readonly #document: XmlDocument;
  /** Bytes of forms that are not the file's own. */
  #made = 0;
  readonly #known = new Map<XmlElement, Map<string, Uint8Array>>();

  constructor(document: XmlDocument) {
    this.#document = document;
  }

  /** Throws `c14n-unsupported`, `xml-too-large`. */
  bytesOf(element: XmlElement, how: Canonicalisation): Uint8Array {
    const { form, inclusivePrefixes } = how;
    const key = inclusivePrefixes === undefined ? form : `${form} ${inclusivePrefixes.join(' ')}`;
    const forms = this.#known.get(element) ?? new Map<string, Uint8Array>();
    const known = forms.get(key);
    if (known !== undefined) return known;
    const made = canonicalBytes(this.#document, element, how);
    if (made.buffer !== this.#document.bytes.buffer) this.#made += made.length;
    if (this.#made > mostMade) throw new SignatureError('xml-too-large', 'canonical forms of one file');
    this.#known.set(element, forms.set(key, made));
    return made;
  }

  /** Whether the file holds the element in its exclusive canonical form. */
  standsCanonically(element: XmlElement): boolean {
    const { buffer, byteOffset } = this.bytesOf(element, { form: 'exclusive' });
    const { bytes } = this.#document;
    return buffer === bytes.buffer && byteOffset === bytes.byteOffset + element.start;
  }
}
