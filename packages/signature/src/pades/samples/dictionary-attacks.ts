import { pdfArray, pdfReference, readFields, withEntries } from '../../pdf/index.ts';
import { latin1Text } from '../../pdf/text-bytes.ts';
import { valueText } from '../../pdf/value-writer.ts';
import { byteRangeLength } from '../signature-dictionary.ts';
import { type Attack, edited, numberOf, withRevision } from './attack.ts';

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
  {
    name: '/ByteRange of three pairs',
    make: (pdf) => withByteRange(pdf, ([a, b, c]) => `[0 ${a} ${b} 9 ${b + 9} ${c - 9}]`),
    refusedAs: 'byte-range-malformed',
  },
  {
    name: '/ByteRange whose second part begins inside the hole',
    make: (pdf) => withByteRange(pdf, ([a, b, c]) => `[0 ${a} ${b - 20} ${c + 20}]`),
    refusedAs: 'byte-range-not-the-hole',
  },
  {
    name: '/ByteRange whose parts overlap',
    make: (pdf) => withByteRange(pdf, ([a, , c]) => `[0 ${a} ${a - 20} ${c}]`),
    refusedAs: 'byte-range-not-the-hole',
  },
  {
    name: '/Contents null',
    make: (pdf) =>
      edited(pdf, (text) => text.replace(/\/Contents <[0-9a-f]+>/, (hole) => '/Contents null'.padEnd(hole.length))),
    refusedAs: 'contents-malformed',
  },
  {
    name: '/Contents of no length',
    make: (pdf) =>
      edited(pdf, (text) => text.replace(/\/Contents <[0-9a-f]+>/, (hole) => '/Contents <>'.padEnd(hole.length))),
    refusedAs: 'contents-malformed',
  },
  {
    name: '/SubFilter of a bare RSA signature',
    make: (pdf) => edited(pdf, (text) => text.replace('/ETSI.CAdES.detached', '/adbe.x509.rsa_sha1 ')),
    refusedAs: 'sub-filter-unsupported',
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
