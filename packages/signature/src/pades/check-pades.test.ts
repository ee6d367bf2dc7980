import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { SignatureError } from '../errors.ts';
import { pdfArray, pdfDictionary, pdfReference, withEntries } from '../pdf/index.ts';
import { valueText } from '../pdf/value-writer.ts';
import { checkPades } from './check-pades.ts';
import { completeDocumentTimestamp, prepareDocumentTimestamp } from './document-timestamp.ts';
import { bytesBesideHole } from './file-with-hole.ts';
import { nodePdfTools } from './node-pdf-tools.ts';
import { withRevision } from './samples/attack.ts';
import {
  authority,
  issuedSample,
  principal,
  type SampleName,
  sample,
  seal,
  signedAt,
  signSample,
} from './samples/signed-samples.ts';

const trusted = [...authority.anchors, ...authority.intermediates];
const check = (pdf: Uint8Array) => checkPades(pdf, { crypto: nodeCrypto, tools: nodePdfTools, trusted });

/** Every reason given for not accepting the file. */
async function refusals(pdf: Uint8Array): Promise<readonly string[]> {
  try {
    const reports = await check(pdf);
    return reports.flatMap(({ findings, changesAfter }) => [
      ...findings.map(({ code }) => code),
      ...changesAfter.filter(({ permitted }) => !permitted).map(({ kind }) => kind),
    ]);
  } catch (error) {
    if (error instanceof SignatureError) return [error.code];
    throw error;
  }
}

for (const name of ['tagged', 'xref-stream'] satisfies SampleName[]) {
  describe(`when the ${name} sample is issued`, () => {
    it('both signatures pass, timestamped, with only the seal after the certification', async () => {
      const [certification, sealed, ...more] = await check(await issuedSample(name));
      assert.deepEqual(more, []);
      assert.deepEqual(certification?.findings, []);
      assert.deepEqual(sealed?.findings, []);
      assert.equal(certification?.indication, 'passed');
      assert.equal(certification?.level, 'B-T');
      assert.equal(certification?.docMdp, 2);
      assert.equal(certification?.coversWholeFile, false);
      assert.deepEqual(
        certification?.changesAfter.map(({ kind, permitted }) => ({ kind, permitted })),
        [{ kind: 'signatureAdded', permitted: true }],
      );
      assert.equal(certification?.certificate?.subject.commonName, 'Nguyễn Thị Bình An');
      assert.equal(certification?.timestamps[0]?.genTime, signedAt);
      assert.equal(sealed?.indication, 'passed');
      assert.equal(sealed?.coversWholeFile, true);
      assert.equal(sealed?.field, 'CONDAU');
      assert.equal(sealed?.claimedTime, 'D:20260529081500Z');
    });
  });
}

const signedOnce = new Map<SampleName, Promise<Uint8Array>>();
function certified(name: SampleName): Promise<Uint8Array> {
  const known = signedOnce.get(name) ?? signSample(sample(name), principal, { certify: { docMdp: 2 } });
  signedOnce.set(name, known);
  return known;
}

describe('when a signed file is extended', () => {
  let signed: Uint8Array;
  before(async () => {
    signed = await certified('tagged');
  });

  it('validation data may be added, and more of it later', async () => {
    const addData = (pdf: Uint8Array) =>
      withRevision(pdf, (file, update) => {
        const certificate = update.reserve();
        update.put({ number: certificate, text: '<< /Length 3 >>\nstream\nabc\nendstream' });
        const data = update.reserve();
        update.put({ number: data, text: `<< /Type /DSS /Certs [${certificate} 0 R] >>` });
        const catalog = withEntries(file.catalog, { DSS: pdfReference(data) });
        update.put({ number: file.rootReference.number, text: valueText(catalog) });
      });
    const [report] = await check(addData(addData(signed)));
    assert.equal(report?.indication, 'passed');
    assert.deepEqual(
      report?.changesAfter.map(({ kind }) => kind),
      ['validationDataAdded', 'validationDataAdded'],
    );
  });

  it('a visible signature afterwards is refused: it can hide what the page says', async () => {
    const appearance = { page: 1, rectangle: [50, 50, 300, 300] as const, drawing: '1 g 0 0 250 250 re f' };
    const reasons = await refusals(await signSample(signed, seal, { appearance }));
    assert.ok(reasons.includes('visibleSignatureAdded'), reasons.join(', '));
  });

  it('an object the page spoke of before it existed is refused', async () => {
    const dangling = withRevision(sample('tagged'), (file, update) => {
      const [page] = file.items(file.dictionary(file.catalog.entries.get('Pages'))?.entries.get('Kids'));
      const dictionary = file.dictionary(page);
      if (page?.kind !== 'reference' || dictionary === undefined) throw new Error('sample without a page');
      const resources = pdfDictionary({ XObject: pdfDictionary({ Late: pdfReference(200) }) });
      update.put({ number: page.number, text: valueText(withEntries(dictionary, { Resources: resources })) });
    });
    const before = await signSample(dangling, principal, { certify: { docMdp: 2 } });
    assert.deepEqual(await refusals(before), []);
    const late = withRevision(before, (_, update) => {
      while (update.reserve() < 200);
      update.put({ number: 200, text: '(late)' });
    });
    assert.ok((await refusals(late)).includes('resourceChanged'));
  });

  it('a second field of the same name is refused', async () => {
    const twice = withRevision(signed, (file, update) => {
      const form = file.catalog.entries.get('AcroForm');
      const dictionary = file.dictionary(form);
      if (form?.kind !== 'reference' || dictionary === undefined) throw new Error('sample without a form');
      const number = update.reserve();
      update.put({ number, text: '<< /FT /Sig /T (HT) /Rect [0 0 0 0] /F 132 /Type /Annot /Subtype /Widget >>' });
      const fields = pdfArray([...file.items(dictionary.entries.get('Fields')), pdfReference(number)]);
      update.put({ number: form.number, text: valueText(withEntries(dictionary, { Fields: fields })) });
    });
    assert.deepEqual(await refusals(twice), ['pdf-malformed']);
  });

  it('two plain signatures pass, a certification the catalog does not name is refused', async () => {
    const sealedFirst = await signSample(sample('tagged'), seal);
    const later = await signSample(sealedFirst, principal);
    const [first, second] = await check(later);
    assert.deepEqual([first?.indication, second?.indication], ['passed', 'passed']);
    const claimed = withRevision(signed, (file, update) => {
      const text = valueText(file.catalog).replace(/\/DocMDP \d+/, '/DocMDP 1');
      update.put({ number: file.rootReference.number, text });
    });
    assert.ok((await refusals(claimed)).includes('certification-not-permitted'));
  });

  it('a timestamp of another signature is refused', async () => {
    const token = authority.timestamp(Uint8Array.of(1, 2, 3), signedAt);
    const reasons = await refusals(await signSample(sample('tagged'), principal, { foreignToken: token }));
    assert.deepEqual(reasons, ['timestamp-mismatch']);
  });

  it('a document timestamp may follow, and covers everything before it', async () => {
    const input = { tools: nodePdfTools, crypto: nodeCrypto, fieldName: 'DTG', tokenBytes: 4096 };
    const prepared = prepareDocumentTimestamp({ ...input, pdf: signed });
    const token = authority.timestamp(bytesBesideHole(prepared), signedAt);
    const [certification, timestamp] = await check(completeDocumentTimestamp(prepared, token));
    assert.deepEqual(
      certification?.changesAfter.map(({ kind }) => kind),
      ['documentTimestampAdded'],
    );
    assert.equal(certification?.indication, 'passed');
    assert.equal(timestamp?.kind, 'documentTimestamp');
    assert.equal(timestamp?.indication, 'passed');
    assert.equal(timestamp?.coversWholeFile, true);
    const foreign = authority.timestamp(Uint8Array.of(1), signedAt);
    assert.deepEqual(await refusals(completeDocumentTimestamp(prepared, foreign)), ['timestamp-mismatch']);
  });

  it('without a timestamp the level is B-B', async () => {
    const [report] = await check(await signSample(sample('tagged'), seal, { timestamp: false }));
    assert.equal(report?.level, 'B-B');
    assert.equal(report?.indication, 'passed');
  });
});
