import { SignatureError } from '../errors.ts';
import { decodeStream } from './decode-stream.ts';
import { type IndirectObject, readIndirectObject } from './indirect-object.ts';
import { type ObjectInStream, readObjectStream } from './object-stream.ts';
import { type PdfDictionary, type PdfReference, type PdfStream, type PdfValue, pdfNull } from './pdf-value.ts';
import type { ReadingRules } from './reading-rules.ts';
import { latestEntry, type PdfRevision } from './revision.ts';
import type { XrefEntry } from './xref-section.ts';

/** What was read of the bytes so far; the same for every revision of a file, because places do not move. */
class ReadObjects {
  readonly rules: ReadingRules;
  readonly objects = new Map<number, IndirectObject>();
  readonly streams = new Map<number, readonly ObjectInStream[]>();

  constructor(rules: ReadingRules) {
    this.rules = rules;
  }
}

/** Up to so many, asking each costs less than bringing them together. */
const fewRevisions = 8;

/** A file whose sections are read; objects are read when asked for, each once. Revisions count from 0, the oldest. */
export class PdfFile {
  readonly bytes: Uint8Array;
  readonly revisions: readonly PdfRevision[];
  private readonly read: ReadObjects;
  private merged: ReadonlyMap<number, XrefEntry> | undefined;

  constructor(bytes: Uint8Array, revisions: readonly PdfRevision[], read: ReadingRules | ReadObjects) {
    this.bytes = bytes;
    this.revisions = revisions;
    this.read = read instanceof ReadObjects ? read : new ReadObjects(read);
  }

  get lastRevision(): PdfRevision {
    const last = this.revisions.at(-1);
    if (last === undefined) throw new SignatureError('pdf-malformed', 'file without a cross-reference section');
    return last;
  }

  get rules(): ReadingRules {
    return this.read.rules;
  }

  /** The same file as it was after an earlier revision. */
  asOf(revision: number): PdfFile {
    const earlier = this.revisions.slice(0, revision + 1);
    return new PdfFile(this.bytes.subarray(0, earlier.at(-1)?.end ?? 0), earlier, this.read);
  }

  entry(number: number): XrefEntry | undefined {
    if (this.revisions.length <= fewRevisions) return latestEntry(this.revisions, number);
    this.merged ??= new Map(this.revisions.flatMap(({ entries }) => [...entries]));
    return this.merged.get(number);
  }

  /** The object with this number; null where there is none. */
  object(number: number): PdfValue {
    const entry = this.entry(number);
    if (entry === undefined || entry.kind === 'free') return pdfNull;
    if (entry.kind === 'at') return this.objectAt(number, entry).value;
    const value = this.objectsOfStream(entry.stream)[entry.index];
    if (value?.number !== number) throw new SignatureError('pdf-malformed', `object ${number} is not in its stream`);
    return value.value;
  }

  /** Where an object stands in the file; undefined for one that is absent or in an object stream. */
  place(number: number): IndirectObject | undefined {
    const entry = this.entry(number);
    return entry?.kind === 'at' ? this.objectAt(number, entry) : undefined;
  }

  /** The value itself, or what it refers to. */
  resolve(value: PdfValue | undefined): PdfValue {
    let resolved = value ?? pdfNull;
    for (let steps = 0; resolved.kind === 'reference'; steps += 1) {
      if (steps > 8) throw new SignatureError('pdf-malformed', 'reference that leads to references');
      resolved = this.referred(resolved);
    }
    return resolved;
  }

  /** The entries of a dictionary or stream, or of what a reference leads to; undefined for anything else. */
  dictionary(value: PdfValue | undefined): PdfDictionary | undefined {
    const resolved = this.resolve(value);
    if (resolved.kind === 'stream') return resolved.dictionary;
    return resolved.kind === 'dictionary' ? resolved : undefined;
  }

  items(value: PdfValue | undefined): readonly PdfValue[] {
    const resolved = this.resolve(value);
    return resolved.kind === 'array' ? resolved.items : [];
  }

  get trailer(): PdfDictionary {
    return this.lastRevision.section.trailer;
  }

  get rootReference(): PdfReference {
    const root = this.trailer.entries.get('Root');
    if (root?.kind !== 'reference') throw new SignatureError('pdf-malformed', 'trailer without /Root');
    return root;
  }

  get catalog(): PdfDictionary {
    const catalog = this.resolve(this.rootReference);
    if (catalog.kind !== 'dictionary') throw new SignatureError('pdf-malformed', 'no catalog');
    return catalog;
  }

  /** Inflated; `pdf-stream-damaged` when its checksum is wrong. */
  content(stream: PdfStream): Uint8Array {
    return decodeStream(stream, this.read.rules.budget);
  }

  private referred({ number, generation }: PdfReference): PdfValue {
    const entry = this.entry(number);
    const right = entry?.kind === 'at' ? entry.generation === generation : generation === 0;
    return right ? this.object(number) : pdfNull;
  }

  private objectAt(number: number, entry: { offset: number; generation: number }): IndirectObject {
    const { offset } = entry;
    const known = this.read.objects.get(offset);
    const object = known ?? readIndirectObject(this.bytes, offset, (reference) => this.lengthAt(reference, offset));
    if (object.number !== number || object.generation !== entry.generation) {
      throw new SignatureError('pdf-malformed', `object ${number} is not where the cross-reference says`);
    }
    this.read.objects.set(offset, object);
    return object;
  }

  /**
   * An indirect length must be a plain number standing in the file, so that reading it needs no other length. It counts
   * as it was in the stream's own revision: a later one cannot make an old stream longer.
   */
  private lengthAt({ number }: PdfReference, offset: number): number | undefined {
    const entry = latestEntry(
      this.revisions.filter(({ start }) => start <= offset),
      number,
    );
    if (entry?.kind !== 'at') return undefined;
    const { value } = readIndirectObject(this.bytes, entry.offset, () => undefined);
    return value.kind === 'number' ? value.value : undefined;
  }

  private objectsOfStream(number: number): readonly ObjectInStream[] {
    const entry = this.entry(number);
    if (entry?.kind !== 'at') throw new SignatureError('pdf-malformed', `object stream ${number} is missing`);
    const known = this.read.streams.get(entry.offset);
    if (known !== undefined) return known;
    const { value } = this.objectAt(number, entry);
    if (value.kind !== 'stream') throw new SignatureError('pdf-malformed', `object stream ${number} is no stream`);
    const objects = readObjectStream(value, this.read.rules.budget);
    this.read.streams.set(entry.offset, objects);
    return objects;
  }
}
