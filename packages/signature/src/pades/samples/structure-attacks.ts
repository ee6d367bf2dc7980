import { pdfArray, readPdf, withEntries } from '../../pdf/index.ts';
import { valueText } from '../../pdf/value-writer.ts';
import { nodePdfTools } from '../node-pdf-tools.ts';
import { type Attack, edited, firstPage, withRevision } from './attack.ts';

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
  {
    name: 'a cross-reference that names itself as the one before',
    make: (pdf) =>
      withLastTrailer(pdf, (trailer, start) =>
        trailer.replace(/\/Prev \d+/, (was) => `/Prev ${start}`.padEnd(was.length)),
      ),
    refusedAs: 'pdf-xref-loop',
    tableOnly: true,
  },
  {
    name: 'a /Prev past the end of the file',
    make: (pdf) => withLastTrailer(pdf, (trailer) => trailer.replace(/\/Prev \d+/, '/Prev 9999999')),
    refusedAs: 'pdf-xref-loop',
    evidenceAs: 'pdf-malformed',
    tableOnly: true,
  },
  {
    name: 'a startxref past the end of the file',
    make: (pdf) => edited(pdf, (text) => text.replace(/startxref\n\d+\n%%EOF\n$/, 'startxref\n9999999\n%%EOF\n')),
    refusedAs: 'pdf-malformed',
  },
  {
    name: 'another file appended whole',
    make: (pdf) => edited(pdf, (text) => `${text}${text.slice(0, 3000)}`),
    refusedAs: 'pdf-malformed',
  },
  {
    name: 'encrypted afterwards',
    make: (pdf) =>
      withLastTrailer(pdf, (trailer) => trailer.replace('<<', '<< /Encrypt << /Filter /Standard /V 1 /R 2 >>')),
    refusedAs: 'pdf-encrypted',
    tableOnly: true,
  },
  {
    name: 'a page written again inside an object stream',
    make: (pdf) => withObjectInStream(pdf),
    refusedAs: 'pageChanged',
  },
];

function withLastTrailer(pdf: Uint8Array, edit: (trailer: string, start: string) => string): Uint8Array {
  return edited(pdf, (text) => {
    const at = text.lastIndexOf('trailer');
    const start = /startxref\n(\d+)/.exec(text.slice(at))?.[1] ?? '';
    return text.slice(0, at) + edit(text.slice(at), start);
  });
}

/** A revision whose cross-reference stream leads the first page to an object stream. */
function withObjectInStream(pdf: Uint8Array): Uint8Array {
  const file = readPdf(pdf, nodePdfTools);
  const { reference, dictionary } = firstPage(file);
  const header = `${reference.number} 0 `;
  const data = `${header}${valueText(withEntries(dictionary, { Contents: pdfArray([]) }))}`;
  const size = file.trailer.entries.get('Size');
  const number = size?.kind === 'number' ? size.value : 0;
  const stream = `${number} 0 obj\n<< /Type /ObjStm /N 1 /First ${header.length} /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n`;
  const start = pdf.length + stream.length;
  const rows = [row(2, number, 0), row(1, pdf.length, 0), row(1, start, 0)].join('');
  const entries = `/Type /XRef /Size ${number + 2} /W [1 4 2] /Index [${reference.number} 1 ${number} 2]`;
  const trailer = `/Root ${valueText(file.rootReference)} /Prev ${file.lastRevision.section.start} /Length ${rows.length}`;
  const xref = `${number + 1} 0 obj\n<< ${entries} ${trailer} >>\nstream\n${rows}\nendstream\nendobj\n`;
  return edited(pdf, (text) => `${text}${stream}${xref}startxref\n${start}\n%%EOF\n`);
}

function row(type: number, second: number, third: number): string {
  const bytes = [type, second >>> 24, second >>> 16, second >>> 8, second, third >>> 8, third];
  return String.fromCharCode(...bytes.map((byte) => byte & 0xff));
}
