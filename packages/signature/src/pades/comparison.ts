import type { PdfFile, PdfReference, PdfValue } from '../pdf/index.ts';
import { children, type RoleOfObject, rolesOfObjects } from '../pdf/object-roles.ts';
import { piecesOf } from '../pdf/xref-section.ts';
import type { ChangeKind } from './revision-change.ts';

export interface FoundChange {
  readonly kind: ChangeKind;
  readonly objectNumber?: number;
  readonly page?: number;
  readonly detail?: string;
}

/** A file before and after one revision, and what of the revision's objects is explained so far. */
export class Comparison {
  readonly before: PdfFile;
  readonly after: PdfFile;
  readonly changes: FoundChange[] = [];
  /** Signature fields this revision added; only these may appear among the annotations of a page. */
  readonly addedFields: PdfReference[] = [];
  private readonly explained = new Set<number>();
  private roles: ReadonlyMap<number, RoleOfObject> | undefined;

  constructor(before: PdfFile, after: PdfFile) {
    this.before = before;
    this.after = after;
    this.explainContainers();
  }

  report(kind: ChangeKind, where: Omit<FoundChange, 'kind'> = {}): void {
    this.changes.push({ kind, ...where });
  }

  isExplained(number: number): boolean {
    return this.explained.has(number);
  }

  explain(value: PdfValue | undefined): void {
    if (value?.kind === 'reference') this.explained.add(value.number);
  }

  /** What each object was for before the revision, also those that were only spoken of and did not exist yet. */
  get rolesBefore(): ReadonlyMap<number, RoleOfObject> {
    this.roles ??= rolesOfObjects(this.before);
    return this.roles;
  }

  /**
   * Absent before, and nothing led to it: a page that already refers to an absent object would otherwise show whatever
   * a later revision puts under that number.
   */
  isNew({ number }: { readonly number: number }): boolean {
    const entry = this.before.entry(number);
    return (entry === undefined || entry.kind === 'free') && !this.rolesBefore.has(number);
  }

  /** This value and all it leads to, as far as it is new or `mayChange` allows. */
  explainTree(start: PdfValue | undefined, mayChange: (reference: PdfReference) => boolean = () => false): void {
    const waiting: PdfValue[] = start === undefined ? [] : [start];
    const seen = new Set<number>();
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
      if (value.kind !== 'reference') {
        for (const child of children(value)) waiting.push(child);
      } else if (!seen.has(value.number) && (this.isNew(value) || mayChange(value))) {
        seen.add(value.number);
        this.explained.add(value.number);
        waiting.push(this.after.resolve(value));
      }
    }
  }

  /** New streams that only hold other objects: those are each looked at by themselves. */
  private explainContainers(): void {
    const { entries, section } = this.after.lastRevision;
    for (const { streamNumber } of piecesOf(section)) if (streamNumber !== undefined) this.explainIfNew(streamNumber);
    for (const entry of entries.values()) if (entry.kind === 'inStream') this.explainIfNew(entry.stream);
  }

  private explainIfNew(number: number): void {
    if (this.isNew({ number })) this.explained.add(number);
  }
}
