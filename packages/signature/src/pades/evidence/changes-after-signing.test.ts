import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nodeCrypto } from '../../crypto/node-crypto.ts';
import { pdfArray, pdfReference, readFields, withEntries } from '../../pdf/index.ts';
import { valueText } from '../../pdf/value-writer.ts';
import { checkPades } from '../check-pades.ts';
import { nodePdfTools } from '../node-pdf-tools.ts';
import { firstPage, numberOf, withEntry, withRevision } from '../samples/attack.ts';
import { signEdited } from '../samples/sign-edited.ts';
import { principal, sample, signSample } from '../samples/signed-samples.ts';
import { readPadesEvidence } from './read-pades-evidence.ts';

const tools = { crypto: nodeCrypto, tools: nodePdfTools };

/** The sample with a text field of the name Diem, before anybody signs. */
const withForm = withRevision(sample('tagged'), (file, update) => {
  const field = update.reserve();
  const { reference, dictionary } = firstPage(file);
  const widget = `/Type /Annot /Subtype /Widget /Rect [60 60 160 80] /F 4 /P ${reference.number} 0 R`;
  update.put({ number: field, text: `<< /FT /Tx /T (Diem) /V (9) ${widget} >>` });
  const form = update.reserve();
  update.put({ number: form, text: `<< /Fields [${field} 0 R] >>` });
  const annotations = pdfArray([...file.items(dictionary.entries.get('Annots')), pdfReference(field)]);
  update.put({ number: reference.number, text: valueText(withEntries(dictionary, { Annots: annotations })) });
  const catalog = withEntries(file.catalog, { AcroForm: pdfReference(form) });
  update.put({ number: file.rootReference.number, text: valueText(catalog) });
});

function fillIn(pdf: Uint8Array, value: string, more = ''): Uint8Array {
  return withRevision(pdf, (file, update) => {
    const field = readFields(file).find(({ name }) => name === 'Diem');
    assert.ok(field);
    const filled = valueText(withEntries(field.dictionary, {})).replace('/V (9)', `/V (${value})`);
    update.put({ number: field.reference.number, text: more === '' ? filled : withEntry(filled, more) });
  });
}

function comment(pdf: Uint8Array, kind: string): Uint8Array {
  return withRevision(pdf, (file, update) => {
    const annotation = update.reserve();
    update.put({
      number: annotation,
      text: `<< /Type /Annot /Subtype /${kind} /Rect [9 9 40 40] /Contents (x) /F 4 >>`,
    });
    const known = firstPage(file).dictionary.entries.get('Annots');
    const text = valueText(pdfArray([...file.items(known), pdfReference(annotation)]));
    update.put({ number: numberOf(known), text });
  });
}

/** Certified with this permission, which our own certifications never have: put in before the signature is made. */
function certifiedFor(permission: 1 | 2 | 3): Promise<Uint8Array> {
  return signEdited(withForm, (text) => text.replace('/P 2 /V /1.2', `/P ${permission} /V /1.2`));
}

async function changes(pdf: Uint8Array): Promise<readonly string[]> {
  const [first] = await readPadesEvidence(pdf, tools);
  assert.deepEqual(
    [first?.problems, first?.covered.map(({ intact }) => intact), first?.signatureIntact],
    [[], [true], true],
  );
  return (first?.changesAfter ?? []).map(({ kind, permitted }) => `${kind} ${permitted ? 'permitted' : 'refused'}`);
}

describe('a form filled in after', () => {
  it('an approval is told and permitted, but never in a school record', async () => {
    const filled = fillIn(await signSample(withForm, principal), '10');
    assert.deepEqual(await changes(filled), ['formFilled permitted']);
    const [report] = await checkPades(filled, tools);
    assert.deepEqual(
      report?.findings.map(({ code }) => code),
      ['change-not-permitted'],
    );
  });

  it('a certification is permitted by P=2 and P=3, refused by P=1', async () => {
    assert.deepEqual(await changes(fillIn(await certifiedFor(1), '10')), ['formFilled refused']);
    assert.deepEqual(await changes(fillIn(await certifiedFor(2), '10')), ['formFilled permitted']);
    assert.deepEqual(await changes(fillIn(await certifiedFor(3), '10')), ['formFilled permitted']);
  });

  it('is refused where the field was moved or given an action', async () => {
    const signed = await signSample(withForm, principal);
    assert.ok((await changes(fillIn(signed, '10', '/AA << >>'))).includes('formChanged refused'));
  });
});

describe('a comment added after', () => {
  it('a certification is permitted by P=3 alone', async () => {
    assert.deepEqual(await changes(comment(await certifiedFor(3), 'Text')), ['commentAdded permitted']);
    assert.deepEqual(await changes(comment(await certifiedFor(2), 'Text')), ['commentAdded refused']);
  });

  it('is refused even there when it can hide what the page says', async () => {
    for (const kind of ['FreeText', 'Stamp', 'Redact', 'Widget', 'Link']) {
      assert.ok((await changes(comment(await certifiedFor(3), kind))).includes('annotationAdded refused'), kind);
    }
  });
});

/** A field for a later signature, with a tag of this kind that stands for it. */
function fieldWithTag(pdf: Uint8Array, kind: string): Uint8Array {
  return withRevision(pdf, (file, update) => {
    const field = update.reserve();
    const page = firstPage(file);
    const widget = `/Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 /P ${page.reference.number} 0 R`;
    update.put({ number: field, text: `<< /FT /Sig /T (Sau) ${widget} >>` });
    const form = file.dictionary(file.catalog.entries.get('AcroForm'));
    assert.ok(form);
    const fields = pdfArray([...file.items(form.entries.get('Fields')), pdfReference(field)]);
    const formNumber = numberOf(file.catalog.entries.get('AcroForm'));
    update.put({ number: formNumber, text: valueText(withEntries(form, { Fields: fields })) });
    const annotations = page.dictionary.entries.get('Annots');
    const shown = pdfArray([...file.items(annotations), pdfReference(field)]);
    update.put({ number: numberOf(annotations), text: valueText(shown) });
    const root = numberOf(file.catalog.entries.get('StructTreeRoot'));
    const tags = file.dictionary(pdfReference(root));
    assert.ok(tags);
    const element = update.reserve();
    const place = `/K << /Type /OBJR /Obj ${field} 0 R >>`;
    update.put({ number: element, text: `<< /Type /StructElem /S /${kind} /P ${root} 0 R ${place} >>` });
    const known = tags.entries.get('K');
    const kids =
      known?.kind === 'array' || file.resolve(known).kind === 'array' ? file.items(known) : known ? [known] : [];
    const grown = withEntries(tags, { K: pdfArray([...kids, pdfReference(element)]) });
    update.put({ number: root, text: valueText(grown) });
  });
}

describe('a tag added after', () => {
  it('is permitted where it stands for a signature field that was added, and for nothing else', async () => {
    const signed = await signSample(sample('tagged'), principal);
    assert.deepEqual(await changes(fieldWithTag(signed, 'Form')), [
      'signatureFieldAdded permitted',
      'structureGrown permitted',
    ]);
    assert.ok((await changes(fieldWithTag(signed, 'P'))).includes('structureChanged refused'));
  });
});
