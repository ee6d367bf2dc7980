import { IncrementalUpdate } from '../../pdf/incremental-update.ts';
import { type PdfFile, type PdfPage, readPages, readPdf } from '../../pdf/index.ts';
import { latin1Bytes, latin1Text } from '../../pdf/text-bytes.ts';
import { nodePdfTools } from '../node-pdf-tools.ts';

/** One way to attack a signed file, and what must be said of it. */
export interface Attack {
  readonly name: string;
  readonly make: (signed: Uint8Array) => Uint8Array;
  /** Code of the SignatureError, of a finding, or kind of a change that is not permitted, as `checkPades` says it. */
  readonly refusedAs: string;
  /** What `readPadesEvidence` says, where that is not the same; `undefined`: for a file of any program it is harmless. */
  readonly evidenceAs?: string | undefined;
  /** Only where the last cross-reference is a table. */
  readonly tableOnly?: boolean;
}

type Put = (file: PdfFile, update: IncrementalUpdate) => void;

/** One more revision behind a file, as an attacker's tool would write it. */
export function withRevision(pdf: Uint8Array, put: Put): Uint8Array {
  const file = readPdf(pdf, nodePdfTools);
  const update = new IncrementalUpdate(file);
  put(file, update);
  return update.close(new Uint8Array(16));
}

export function edited(pdf: Uint8Array, edit: (text: string) => string): Uint8Array {
  return latin1Bytes(edit(latin1Text(pdf)));
}

export function firstPage(file: PdfFile): PdfPage {
  const [page] = readPages(file);
  if (page === undefined) throw new Error('sample without a page');
  return page;
}

export function newContent(operators: string): string {
  return `<< /Length ${operators.length} >>\nstream\n${operators}\nendstream`;
}

export function numberOf(value: ReturnType<PdfFile['resolve']> | undefined): number {
  if (value?.kind !== 'reference') throw new Error('sample without the expected reference');
  return value.number;
}

export const evilText = 'BT /F1 20 Tf 50 700 Td (Hoan thanh xuat sac) Tj ET';

/** A dictionary as text with one more entry. */
export function withEntry(dictionary: string, entry: string): string {
  return dictionary.replace(/>>$/, `${entry} >>`);
}
