import type { PdfFile, PdfRevision } from '../pdf/index.ts';
import { unaccountedBytes } from '../pdf/unaccounted-bytes.ts';
import { changesOfRevision } from './changes-of-revision.ts';
import type { RevisionChange } from './revision-change.ts';

/** What happened to a file, each revision looked at once however many signatures ask. */
export class RevisionHistory {
  private readonly file: PdfFile;
  private readonly changes = new Map<number, readonly RevisionChange[]>();
  private readonly unaccounted = new Map<number, boolean>();

  constructor(file: PdfFile) {
    this.file = file;
  }

  changesAfter({ index }: PdfRevision): readonly RevisionChange[] {
    return this.file.revisions.slice(index + 1).flatMap((revision) => this.changesOf(revision.index));
  }

  /** Whether this revision or one before it has bytes that belong to nothing. */
  hasUnaccountedBytes({ index }: PdfRevision): boolean {
    return this.file.revisions.slice(0, index + 1).some((revision) => this.isUnaccounted(revision));
  }

  private changesOf(index: number): readonly RevisionChange[] {
    const known = this.changes.get(index) ?? changesOfRevision(this.file, index);
    this.changes.set(index, known);
    return known;
  }

  private isUnaccounted(revision: PdfRevision): boolean {
    const known = this.unaccounted.get(revision.index) ?? unaccountedBytes(this.file, revision).length > 0;
    this.unaccounted.set(revision.index, known);
    return known;
  }
}
