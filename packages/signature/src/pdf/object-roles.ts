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
  const walk = walkWithoutStructure(file);
  walk.all(file.catalog.entries.get('StructTreeRoot'), { role: 'structure' });
  return walk.roles;
}

/** The same without the tags, which are most of the objects of a tagged file: for who must be quick. */
export function rolesBesideStructure(file: PdfFile): ReadonlyMap<number, RoleOfObject> {
  return walkWithoutStructure(file).roles;
}

function walkWithoutStructure(file: PdfFile): RoleWalk {
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
  for (const [key, value] of entries) if (!judgedApart.has(key)) walk.all(value, { role: 'document' });
  return walk;
}

const judgedApart: ReadonlySet<string> = new Set(['DSS', 'StructTreeRoot']);

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
        for (const child of children(value)) waiting.push(child);
      }
    }
  }
}

/** The values directly inside, without the links that lead upward. */
export function children(value: PdfValue): readonly PdfValue[] {
  if (value.kind === 'array') return value.items;
  const dictionary = value.kind === 'stream' ? value.dictionary : value;
  if (dictionary.kind !== 'dictionary') return [];
  const inside: PdfValue[] = [];
  for (const [key, entry] of dictionary.entries) {
    const leads = entry.kind === 'reference' || entry.kind === 'array' || entry.kind === 'dictionary';
    if (leads && key !== 'Parent' && key !== 'P') inside.push(entry);
  }
  return inside;
}
