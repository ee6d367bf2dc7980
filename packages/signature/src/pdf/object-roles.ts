import { readFields } from './form-fields.ts';
import { readPages } from './page-tree.ts';
import type { PdfFile } from './pdf-file.ts';
import type { PdfValue } from './pdf-value.ts';

/** What an object is there for. */
export type ObjectRole =
  | 'pageContent'
  | 'page'
  | 'annotation'
  | 'resource'
  | 'attachment'
  | 'form'
  | 'signature'
  | 'metadata'
  | 'structure'
  | 'document';

export interface RoleOfObject {
  readonly role: ObjectRole;
  /** From 1; only where the object belongs to one page. */
  readonly page?: number;
}

/** The role of every object that can be reached; an object used for several things has the first, in the order below. */
export function rolesOfObjects(file: PdfFile): ReadonlyMap<number, RoleOfObject> {
  const walk = new RoleWalk(file);
  const { entries } = file.catalog;
  const pages = readPages(file);
  walk.own(file.rootReference, { role: 'document' });
  pages.forEach(({ reference }, index) => {
    walk.own(reference, { role: 'page', page: index + 1 });
  });
  pages.forEach(({ dictionary }, index) => {
    walk.all(dictionary.entries.get('Contents'), { role: 'pageContent', page: index + 1 });
  });
  for (const { value } of readFields(file)) walk.all(value, { role: 'signature' });
  walk.all(entries.get('AcroForm'), { role: 'form' });
  pages.forEach(({ dictionary }, index) => {
    walk.all(dictionary.entries.get('Annots'), { role: 'annotation', page: index + 1 });
  });
  walk.all(file.dictionary(entries.get('Names'))?.entries.get('EmbeddedFiles'), { role: 'attachment' });
  walk.all(entries.get('AF'), { role: 'attachment' });
  for (const { dictionary } of pages) walk.all(dictionary.entries.get('Resources'), { role: 'resource' });
  for (const key of ['Metadata', 'OutputIntents']) walk.all(entries.get(key), { role: 'metadata' });
  walk.all(file.trailer.entries.get('Info'), { role: 'metadata' });
  walk.all(entries.get('StructTreeRoot'), { role: 'structure' });
  for (const [key, value] of entries) if (key !== 'DSS') walk.all(value, { role: 'document' });
  return walk.roles;
}

class RoleWalk {
  readonly roles = new Map<number, RoleOfObject>();
  private readonly file: PdfFile;

  constructor(file: PdfFile) {
    this.file = file;
  }

  /** This object and nothing under it. */
  own(value: PdfValue, role: RoleOfObject): void {
    if (value.kind === 'reference' && !this.roles.has(value.number)) this.roles.set(value.number, role);
  }

  /** This value and all it leads to that has no role yet; upward links (/Parent, /P) are not followed. */
  all(start: PdfValue | undefined, role: RoleOfObject): void {
    const waiting: PdfValue[] = start === undefined ? [] : [start];
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
      if (value.kind === 'reference') {
        if (this.roles.has(value.number)) continue;
        this.roles.set(value.number, role);
        waiting.push(this.file.resolve(value));
      } else {
        waiting.push(...children(value));
      }
    }
  }
}

/** The values directly inside, without the links that lead upward. */
export function children(value: PdfValue): readonly PdfValue[] {
  if (value.kind === 'array') return value.items;
  const dictionary = value.kind === 'stream' ? value.dictionary : value;
  if (dictionary.kind !== 'dictionary') return [];
  return [...dictionary.entries].flatMap(([key, entry]) => (key === 'Parent' || key === 'P' ? [] : [entry]));
}
