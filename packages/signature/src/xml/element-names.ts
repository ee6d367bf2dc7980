import type { SignatureErrorCode } from '../errors.ts';
import { type XmlElement, xmlNamespace } from './xml-tree.ts';

const ncName = /^[\p{L}_][\p{L}\p{M}\p{N}._\-·]*$/u;
/** What makers of files name elements by, schema or not. */
const foreignNames = ['Id', 'ID', 'id', `{${xmlNamespace}}id`];

/** Which element bears which name, so that `#name` means one element or none. */
export class ElementNames {
  readonly byId = new Map<string, XmlElement>();
  readonly ambiguous = new Set<string>();
  readonly #foreign: boolean;

  constructor(foreign: boolean) {
    this.#foreign = foreign;
  }

  /** What is wrong with the element's name, if anything. */
  add(element: XmlElement): { readonly code: SignatureErrorCode; readonly detail: string } | undefined {
    if (this.#foreign) return this.#addForeign(element);
    if (element.attributes.has(`{${xmlNamespace}}id`)) return { code: 'xml-malformed', detail: 'xml:id' };
    const id = element.attributes.get('Id');
    if (id === undefined) return undefined;
    if (!ncName.test(id)) return { code: 'xml-malformed', detail: `Id "${id}"` };
    if (this.byId.has(id)) return { code: 'xml-duplicate-id', detail: `Id "${id}"` };
    this.byId.set(id, element);
    return undefined;
  }

  #addForeign(element: XmlElement): undefined {
    if (element.attributes.size === 0) return;
    for (const name of foreignNames) {
      const id = element.attributes.get(name);
      // Named twice by itself, an element is still the one that bears the name.
      if (id === undefined || this.byId.get(id) === element) continue;
      if (this.byId.delete(id) || this.ambiguous.has(id)) this.ambiguous.add(id);
      else this.byId.set(id, element);
    }
  }
}
