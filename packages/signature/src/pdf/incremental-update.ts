import { SignatureError } from '../errors.ts';
import type { PdfFile } from './pdf-file.ts';
import {
  type PdfDictionary,
  type PdfValue,
  pdfArray,
  pdfInteger,
  pdfName,
  pdfString,
  withEntries,
} from './pdf-value.ts';
import { latin1Bytes } from './text-bytes.ts';
import { valueText } from './value-writer.ts';

/** An object of the new revision, its text between `obj` and `endobj`. */
export interface UpdatedObject {
  readonly number: number;
  readonly text: string;
}

/**
 * Builds one more revision behind a file: original bytes untouched, cross-reference of the flavour of the last section,
 * /Root and /Info kept, /ID's first half kept. Objects are laid one by one, so that a later one may depend on the bytes
 * of those before it. @spec ISO 32000-1 7.5.6
 */
export class IncrementalUpdate {
  private readonly file: PdfFile;
  private readonly parts: string[] = [];
  private readonly offsets = new Map<number, number>();
  private length: number;
  private nextNumber: number;

  constructor(file: PdfFile) {
    this.file = file;
    this.length = file.bytes.length;
    this.nextNumber = sizeOf(file);
    if (file.bytes.at(-1) !== 0x0a) this.add('\n');
  }

  /** A number no object has yet. */
  reserve(): number {
    this.nextNumber += 1;
    return this.nextNumber - 1;
  }

  get position(): number {
    return this.length;
  }

  /** Adds the object; the offset of its text. */
  put({ number, text }: UpdatedObject): number {
    const head = `${number} ${this.generation(number)} obj\n`;
    this.offsets.set(number, this.length);
    this.add(`${head}${text}\nendobj\n`);
    return (this.offsets.get(number) ?? 0) + head.length;
  }

  /** The bytes added so far. */
  added(): Uint8Array {
    return latin1Bytes(this.parts.join(''));
  }

  /** The whole file with this revision closed. `changedId` becomes the second half of /ID. */
  close(changedId: Uint8Array): Uint8Array {
    const trailer = this.trailer(changedId);
    if (this.file.lastRevision.section.flavour === 'table') this.addTable(trailer);
    else this.addStream(trailer);
    const whole = new Uint8Array(this.length);
    whole.set(this.file.bytes);
    whole.set(this.added(), this.file.bytes.length);
    return whole;
  }

  private add(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  private generation(number: number): number {
    const entry = this.file.entry(number);
    return entry?.kind === 'at' ? entry.generation : 0;
  }

  private trailer(changedId: Uint8Array): PdfDictionary {
    const { entries } = this.file.trailer;
    const kept = new Map<string, PdfValue>([['Size', pdfInteger(this.nextNumber)]]);
    for (const key of ['Root', 'Info']) {
      const value = entries.get(key);
      if (value !== undefined) kept.set(key, value);
    }
    const [first = pdfString(changedId, true)] = this.file.items(entries.get('ID'));
    kept.set('ID', pdfArray([first, pdfString(changedId, true)]));
    kept.set('Prev', pdfInteger(this.file.lastRevision.section.start));
    return { kind: 'dictionary', entries: kept };
  }

  private addTable(trailer: PdfDictionary): void {
    const start = this.length;
    const subsections = runs([...this.offsets.keys()]).map((run) => {
      const lines = run.map(
        (number) => `${digits(this.offsets.get(number), 10)} ${digits(this.generation(number), 5)} n \n`,
      );
      return `${run[0]} ${run.length}\n${lines.join('')}`;
    });
    this.add(`xref\n${subsections.join('')}trailer\n${valueText(trailer)}\nstartxref\n${start}\n%%EOF\n`);
  }

  private addStream(trailer: PdfDictionary): void {
    const start = this.length;
    const number = this.reserve();
    this.offsets.set(number, start);
    const numberRuns = runs([...this.offsets.keys()]);
    const rows = numberRuns.flat().map((object) => row(this.offsets.get(object) ?? 0, this.generation(object)));
    const dictionary = withEntries(trailer, {
      Size: pdfInteger(this.nextNumber),
      Type: pdfName('XRef'),
      W: pdfArray([1, 4, 2].map(pdfInteger)),
      Index: pdfArray(numberRuns.flatMap((run) => [pdfInteger(run[0] ?? 0), pdfInteger(run.length)])),
      Length: pdfInteger(rows.length * 7),
    });
    const body = `${valueText(dictionary)}\nstream\n${rows.join('')}\nendstream`;
    this.add(`${number} 0 obj\n${body}\nendobj\nstartxref\n${start}\n%%EOF\n`);
  }
}

function sizeOf(file: PdfFile): number {
  const size = file.trailer.entries.get('Size');
  if (size?.kind !== 'number' || !Number.isSafeInteger(size.value))
    throw new SignatureError('pdf-malformed', 'no /Size');
  return Math.max(...file.revisions.map(({ section }) => sectionSize(section.trailer)), size.value);
}

function sectionSize(trailer: PdfDictionary): number {
  const size = trailer.entries.get('Size');
  return size?.kind === 'number' ? size.value : 0;
}

/** Consecutive numbers together, as cross-reference subsections want them. */
function runs(numbers: readonly number[]): readonly (readonly number[])[] {
  const grouped: number[][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = grouped.at(-1);
    if (last !== undefined && last.at(-1) === number - 1) last.push(number);
    else grouped.push([number]);
  }
  return grouped;
}

function digits(value: number | undefined, length: number): string {
  return String(value ?? 0).padStart(length, '0');
}

function row(offset: number, generation: number): string {
  const bytes = [1, offset >>> 24, offset >>> 16, offset >>> 8, offset, generation >>> 8, generation];
  return String.fromCharCode(...bytes.map((byte) => byte & 0xff));
}
