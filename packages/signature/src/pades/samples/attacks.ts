import { IncrementalUpdate } from '../../pdf/incremental-update.ts';
import {
  type PdfFile,
  type PdfPage,
  pdfArray,
  pdfReference,
  readFields,
  readPages,
  readPdf,
  withEntries,
} from '../../pdf/index.ts';
import { latin1Bytes, latin1Text } from '../../pdf/text-bytes.ts';
import { valueText } from '../../pdf/value-writer.ts';
import { nodePdfTools } from '../node-pdf-tools.ts';
import { byteRangeLength } from '../signature-dictionary.ts';

/** One way to attack a signed file, and what must be said of it. */
export interface Attack {
  readonly name: string;
  readonly make: (signed: Uint8Array) => Uint8Array;
  /** Code of the SignatureError, of a finding, or kind of a change that is not permitted. */
  readonly refusedAs: string;
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

function edited(pdf: Uint8Array, edit: (text: string) => string): Uint8Array {
  return latin1Bytes(edit(latin1Text(pdf)));
}

function firstPage(file: PdfFile): PdfPage {
  const [page] = readPages(file);
  if (page === undefined) throw new Error('sample without a page');
  return page;
}

function newContent(operators: string): string {
  return `<< /Length ${operators.length} >>\nstream\n${operators}\nendstream`;
}

function numberOf(value: ReturnType<PdfFile['resolve']> | undefined): number {
  if (value?.kind !== 'reference') throw new Error('sample without the expected reference');
  return value.number;
}

const evilText = 'BT /F1 20 Tf 50 700 Td (Hoan thanh xuat sac) Tj ET';

/** Universal signature forgery and signature wrapping: the signature dictionary itself. */
export const dictionaryAttacks: readonly Attack[] = [
  {
    name: '/ByteRange taken away',
    make: (pdf) => edited(pdf, (text) => text.replace('/ByteRange', '/ByteRangX')),
    refusedAs: 'byte-range-malformed',
  },
  {
    name: '/ByteRange of zeros',
    make: (pdf) => withByteRange(pdf, () => '[0 0 0 0]'),
    refusedAs: 'byte-range-not-the-hole',
  },
  {
    name: '/ByteRange with a negative length',
    make: (pdf) => withByteRange(pdf, ([a, b]) => `[0 ${a} ${b} -1]`),
    refusedAs: 'byte-range-malformed',
  },
  {
    name: '/ByteRange of three numbers',
    make: (pdf) => withByteRange(pdf, ([a, b]) => `[0 ${a} ${b}]`),
    refusedAs: 'byte-range-malformed',
  },
  {
    name: '/ByteRange with a wider gap than /Contents',
    make: (pdf) => withByteRange(pdf, ([a, b, c]) => `[0 ${a - 10} ${b} ${c}]`),
    refusedAs: 'byte-range-not-the-hole',
  },
  {
    name: '/ByteRange that leaves the tail out',
    make: (pdf) => withByteRange(pdf, ([a, b, c]) => `[0 ${a} ${b} ${c - 40}]`),
    refusedAs: 'byte-range-not-a-revision',
  },
  {
    name: '/Contents of zeros',
    make: (pdf) =>
      edited(pdf, (text) => text.replace(/(\/Contents <)([0-9a-f]+)/, (_, key, hex) => key + '0'.repeat(hex.length))),
    refusedAs: 'contents-malformed',
  },
  {
    name: 'something in the hole after the signature',
    make: (pdf) => edited(pdf, (text) => text.replace(/0000>(\n>>\nendobj)/, '0041>$1')),
    refusedAs: 'contents-not-canonical',
  },
  {
    name: 'signature wrapping: content between the hole and the signed tail',
    make: (pdf) => wrapped(pdf),
    refusedAs: 'pdf-malformed',
  },
  {
    name: 'one signature dictionary in two fields',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const [field] = readFields(file);
        const form = file.catalog.entries.get('AcroForm');
        const number = update.reserve();
        const signature = `/V ${numberOf(field?.value)} 0 R`;
        update.put({
          number,
          text: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (X) /Rect [0 0 0 0] /F 132 ${signature} >>`,
        });
        const fields = pdfArray([...file.items(file.dictionary(form)?.entries.get('Fields')), pdfReference(number)]);
        const dictionary = file.dictionary(form);
        if (dictionary !== undefined)
          update.put({ number: numberOf(form), text: valueText(withEntries(dictionary, { Fields: fields })) });
      }),
    refusedAs: 'signature-in-several-fields',
  },
  {
    name: 'reason spoofed: the dictionary written again',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const number = numberOf(readFields(file)[0]?.value);
        const place = file.place(number);
        const text = latin1Text(file.bytes.subarray(place?.start, place?.end)).replace(/^\d+ 0 obj\n|\nendobj$/g, '');
        update.put({ number, text: text.replace('/M (', '/Reason (Thay the) /M (') });
      }),
    refusedAs: 'byte-range-not-the-hole',
  },
];

/** Incremental saving, shadow attacks, evil annotations: a revision after the signature. */
export const revisionAttacks: readonly Attack[] = [
  {
    name: 'page content written again',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        update.put({
          number: numberOf(firstPage(file).dictionary.entries.get('Contents')),
          text: newContent(evilText),
        });
      }),
    refusedAs: 'pageContentChanged',
  },
  {
    name: 'page led to other content',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const page = firstPage(file);
        const number = update.reserve();
        update.put({ number, text: newContent(evilText) });
        const text = valueText(withEntries(page.dictionary, { Contents: pdfReference(number) }));
        update.put({ number: page.reference.number, text });
      }),
    refusedAs: 'pageChanged',
  },
  {
    name: 'shadow replace: a font written again',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const fonts = file.dictionary(
          file.dictionary(firstPage(file).dictionary.entries.get('Resources'))?.entries.get('Font'),
        );
        const [font] = fonts?.entries.values() ?? [];
        update.put({ number: numberOf(font), text: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' });
      }),
    refusedAs: 'resourceChanged',
  },
  {
    name: 'shadow hide and replace: another page tree',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const number = update.reserve();
        update.put({ number, text: `<< /Type /Pages /Count 1 /Kids [${valueText(firstPage(file).reference)}] >>` });
        const catalog = withEntries(file.catalog, { Pages: pdfReference(number) });
        update.put({ number: file.rootReference.number, text: valueText(catalog) });
      }),
    refusedAs: 'pagesChanged',
  },
  {
    name: 'a page taken away',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const text = `<< /Type /Pages /Count 1 /Kids [${valueText(firstPage(file).reference)}] >>`;
        update.put({ number: numberOf(file.catalog.entries.get('Pages')), text });
      }),
    refusedAs: 'pagesChanged',
  },
  {
    name: 'evil annotation over the page',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const annotation = update.reserve();
        update.put({
          number: annotation,
          text: '<< /Type /Annot /Subtype /FreeText /Rect [50 50 300 300] /Contents (Tot) /F 4 >>',
        });
        const page = firstPage(file);
        const known = page.dictionary.entries.get('Annots');
        const text = valueText(pdfArray([...file.items(known), pdfReference(annotation)]));
        update.put({ number: numberOf(known), text });
      }),
    refusedAs: 'annotationAdded',
  },
  {
    name: 'the embedded record swapped',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const [, specification] = file.items(
          file
            .dictionary(file.dictionary(file.catalog.entries.get('Names'))?.entries.get('EmbeddedFiles'))
            ?.entries.get('Names'),
        );
        const stream = file.dictionary(file.dictionary(specification)?.entries.get('EF'))?.entries.get('F');
        update.put({
          number: numberOf(stream),
          text: '<< /Type /EmbeddedFile /Length 6 >>\nstream\n<evil>\nendstream',
        });
      }),
    refusedAs: 'attachmentChanged',
  },
  {
    name: 'an action that runs on opening',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const action = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
        const text = valueText(file.catalog).replace(/>>$/, `/OpenAction ${action} >>`);
        update.put({ number: file.rootReference.number, text });
      }),
    refusedAs: 'documentChanged',
  },
  {
    name: 'the certification taken out of the catalog',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const text = valueText(file.catalog).replace(/\/Perms << [^>]*>>/, '');
        update.put({ number: file.rootReference.number, text });
      }),
    refusedAs: 'permissionsChanged',
  },
  {
    name: 'an object nobody refers to, kept for later',
    make: (pdf) =>
      withRevision(pdf, (_, update) => update.put({ number: update.reserve(), text: newContent(evilText) })),
    refusedAs: 'objectAdded',
  },
  {
    name: 'bytes between the objects of a revision',
    make: (pdf) =>
      withRevision(pdf, (_, update) => {
        update.put({ number: update.reserve(), text: 'null\nendobj\n199 0 obj\n(an)' });
      }),
    refusedAs: 'bytesUnaccounted',
  },
];

/** Files that two readers would read differently. */
export const structureAttacks: readonly Attack[] = [
  {
    name: 'hybrid file',
    make: (pdf) => edited(pdf, (text) => text.replace(/\/Prev (\d+)/, '/XRefStm 17 /Prev $1')),
    refusedAs: 'pdf-hybrid',
    tableOnly: true,
  },
  {
    name: 'cross-reference loop',
    make: (pdf) =>
      edited(pdf, (text) => {
        const last = /startxref\n(\d+)\n%%EOF\s*$/.exec(text)?.[1] ?? '';
        const at = text.lastIndexOf('/Prev ');
        return `${text.slice(0, at)}/Prev ${last}${text.slice(at).replace(/^\/Prev \d+/, '')}`;
      }),
    refusedAs: 'pdf-xref-loop',
  },
  {
    name: 'bytes after the end',
    make: (pdf) => edited(pdf, (text) => `${text}<< /evil true >>`),
    refusedAs: 'pdf-malformed',
  },
  {
    name: 'a key twice in the catalog',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const text = valueText(file.catalog).replace(/>>$/, `/Pages ${valueText(firstPage(file).reference)} >>`);
        update.put({ number: file.rootReference.number, text });
      }),
    refusedAs: 'pdf-malformed',
  },
  {
    name: 'an update that points back to old bytes',
    make: (pdf) =>
      edited(pdf, (text) => {
        const at = text.lastIndexOf('xref\n', text.lastIndexOf('startxref') - 1);
        return text.slice(0, at) + text.slice(at).replace(/\d{10} (\d{5}) n/, '0000000016 $1 n');
      }),
    refusedAs: 'pdf-malformed',
    tableOnly: true,
  },
];

function withByteRange(pdf: Uint8Array, range: (numbers: [number, number, number]) => string): Uint8Array {
  return edited(pdf, (text) =>
    text.replace(/\/ByteRange \[0 (\d+) (\d+) (\d+)\] *\n/, (_, a, b, c) => {
      return `/ByteRange ${range([Number(a), Number(b), Number(c)]).padEnd(byteRangeLength)}\n`;
    }),
  );
}

/** The signed tail moved to the end of the file, something else in its place, /ByteRange led to the copy. */
function wrapped(pdf: Uint8Array): Uint8Array {
  return edited(pdf, (text) => {
    const [, first = '', second = '', third = ''] = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text) ?? [];
    const [holeEnd, tail] = [Number(second), Number(third)];
    const moved = text.slice(holeEnd, holeEnd + tail);
    const range = `[0 ${first} ${holeEnd + tail} ${tail}]`.padEnd(byteRangeLength);
    return text.slice(0, holeEnd).replace(/\[0 \d+ \d+ \d+\] */, range) + moved + moved;
  });
}
