import { pdfArray, pdfReference, readFields, withEntries } from '../../pdf/index.ts';
import { latin1Text } from '../../pdf/text-bytes.ts';
import { valueText } from '../../pdf/value-writer.ts';
import { type Attack, edited, evilText, firstPage, newContent, numberOf, withEntry, withRevision } from './attack.ts';

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
    evidenceAs: undefined,
  },
  {
    name: 'bytes between the objects of a revision',
    make: (pdf) =>
      withRevision(pdf, (_, update) => {
        update.put({ number: update.reserve(), text: 'null\nendobj\n199 0 obj\n(an)' });
      }),
    refusedAs: 'bytesUnaccounted',
  },
  {
    name: 'shadow hide: what covered the text taken away',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const resources = file.dictionary(firstPage(file).dictionary.entries.get('Resources'));
        const [font] = file.dictionary(resources?.entries.get('Font'))?.entries.values() ?? [];
        update.put({ number: numberOf(font), text: 'null' });
      }),
    refusedAs: 'resourceChanged',
  },
  {
    name: 'shadow hide and replace: another catalog',
    make: (pdf) => {
      let number = 0;
      const revised = withRevision(pdf, (file, update) => {
        number = update.reserve();
        update.put({ number, text: valueText(file.catalog) });
      });
      return edited(revised, (text) => {
        const at = text.lastIndexOf('/Root ');
        return text.slice(0, at) + text.slice(at).replace(/\/Root \d+/, `/Root ${number}`);
      });
    },
    refusedAs: 'documentChanged',
    tableOnly: true,
  },
  {
    name: 'a page added',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const number = update.reserve();
        const pages = file.catalog.entries.get('Pages');
        update.put({ number, text: `<< /Type /Page /Parent ${numberOf(pages)} 0 R /MediaBox [0 0 595 842] >>` });
        const tree = file.dictionary(pages);
        const kids = pdfArray([...file.items(tree?.entries.get('Kids')), pdfReference(number)]);
        if (tree !== undefined)
          update.put({ number: numberOf(pages), text: valueText(withEntries(tree, { Kids: kids })) });
      }),
    refusedAs: 'pagesChanged',
  },
  {
    name: 'page content written again under the name of validation data',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const number = numberOf(firstPage(file).dictionary.entries.get('Contents'));
        update.put({ number, text: newContent(evilText) });
        const text = withEntry(valueText(file.catalog), `/DSS << /Certs [${number} 0 R] >>`);
        update.put({ number: file.rootReference.number, text });
      }),
    refusedAs: 'pageContentChanged',
  },
  {
    name: 'the tags changed: what is read aloud',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const number = numberOf(file.catalog.entries.get('StructTreeRoot'));
        const text = valueText(file.object(number)).replace(/\/K /, '/K null /Kept ');
        update.put({ number, text });
      }),
    refusedAs: 'structureChanged',
  },
  {
    name: 'the title changed',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const stream = file.resolve(file.catalog.entries.get('Metadata'));
        if (stream.kind !== 'stream') throw new Error('sample without metadata');
        const text = latin1Text(file.content(stream)).replace(
          /<dc:title>|<\/rdf:Description>/,
          '<dc:source>khac</dc:source>$&',
        );
        update.put({ number: numberOf(file.catalog.entries.get('Metadata')), text: newContent(text) });
      }),
    refusedAs: 'metadataChanged',
  },
  {
    name: 'only the date of saving changed',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const stream = file.resolve(file.catalog.entries.get('Metadata'));
        if (stream.kind !== 'stream') throw new Error('sample without metadata');
        const text = latin1Text(file.content(stream)).replace(/(<xmp:ModifyDate>)[^<]*/, '$12027-01-01T00:00:00Z');
        update.put({ number: numberOf(file.catalog.entries.get('Metadata')), text: newContent(text) });
      }),
    refusedAs: 'modificationDateChanged',
    evidenceAs: undefined,
  },
  {
    name: 'name and reason spoofed: another appearance of the signature',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const shown = update.reserve();
        update.put({
          number: shown,
          text: `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 1 >>\nstream\nn\nendstream`,
        });
        const [field] = readFields(file);
        if (field === undefined) throw new Error('sample without a field');
        update.put({
          number: field.reference.number,
          text: withEntry(valueText(field.dictionary), `/AP << /N ${shown} 0 R >>`),
        });
      }),
    refusedAs: 'signatureAppearanceChanged',
  },
  {
    name: 'a field added that is no signature',
    make: (pdf) =>
      withRevision(pdf, (file, update) => {
        const number = update.reserve();
        update.put({ number, text: '<< /FT /Tx /T (Diem) /V (10) /Type /Annot /Subtype /Widget /Rect [0 0 90 20] >>' });
        const form = file.dictionary(file.catalog.entries.get('AcroForm'));
        const fields = pdfArray([...file.items(form?.entries.get('Fields')), pdfReference(number)]);
        const text = form && valueText(withEntries(form, { Fields: fields }));
        update.put({ number: numberOf(file.catalog.entries.get('AcroForm')), text: text ?? '' });
      }),
    refusedAs: 'fieldAdded',
  },
];
