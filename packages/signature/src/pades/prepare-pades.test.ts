import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  attachmentByPdfdetach,
  judgeByPdfsig,
  judgeByQpdf,
  judgePdfByOpenssl,
  pagesByLibpdf,
  textByPdftotext,
} from '../../../../tests/judges/pdf-judges.ts';
import { encodePem } from '../certificate/index.ts';
import { SignatureError } from '../errors.ts';
import { extractAttachment, readFields, readPages, readPdf } from '../pdf/index.ts';
import { latin1Text, sameBytes } from '../pdf/text-bytes.ts';
import { nodePdfTools } from './node-pdf-tools.ts';
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

const roots = authority.anchors.map((der) => encodePem(der));

for (const name of ['tagged', 'xref-stream'] satisfies SampleName[]) {
  describe(`when the ${name} sample is certified and sealed`, () => {
    it('pdfsig, qpdf and openssl accept both signatures', async () => {
      const issued = await issuedSample(name);
      const verdicts = judgeByPdfsig(issued);
      assert.deepEqual(
        verdicts.map(({ field, valid, wholeFile }) => ({ field, valid, wholeFile })),
        [
          { field: 'HT', valid: true, wholeFile: false },
          { field: 'CONDAU', valid: true, wholeFile: true },
        ],
      );
      assert.equal(judgeByQpdf(issued).clean, true, judgeByQpdf(issued).says);
      const said = judgePdfByOpenssl(issued, roots, signedAt);
      assert.deepEqual(said, ['CAdES Verification successful', 'CAdES Verification successful']);
    });

    it('shows the same words, the same record inside, and opens elsewhere', async () => {
      const original = sample(name);
      const issued = await issuedSample(name);
      assert.match(textByPdftotext(issued), /Nguyễn Thị Bình An/);
      assert.equal(textByPdftotext(issued), textByPdftotext(original));
      assert.ok(sameBytes(attachmentByPdfdetach(issued), attachmentByPdfdetach(original)));
      assert.equal(await pagesByLibpdf(issued), 2);
    });

    it('keeps every byte of the original and the flavour of its cross-reference', async () => {
      const original = sample(name);
      const issued = await issuedSample(name);
      assert.ok(sameBytes(issued.subarray(0, original.length), original));
      const flavours = readPdf(issued, nodePdfTools).revisions.map(({ section }) => section.flavour);
      assert.deepEqual(new Set(flavours).size, 1);
      assert.equal(flavours.length, 3);
    });

    it('keeps the embedded record, the tags and the first half of the file identifier', async () => {
      const original = readPdf(sample(name), nodePdfTools);
      const issued = readPdf(await issuedSample(name), nodePdfTools);
      assert.deepEqual(
        extractAttachment(issued, 'hocba.xml', nodePdfTools),
        extractAttachment(original, 'hocba.xml', nodePdfTools),
      );
      for (const key of ['MarkInfo', 'StructTreeRoot', 'Metadata', 'OutputIntents', 'AF', 'Lang']) {
        assert.deepEqual(issued.catalog.entries.get(key)?.kind, original.catalog.entries.get(key)?.kind, key);
      }
      const [before, after] = [original, issued].map((file) =>
        file
          .items(file.trailer.entries.get('ID'))
          .map((half) => (half.kind === 'string' ? latin1Text(half.bytes) : '')),
      );
      assert.equal(after?.[0], before?.[0]);
      assert.notEqual(after?.[1], before?.[1]);
    });
  });
}

describe('when a signature is prepared', () => {
  it('makes a hole that the finished signature nearly fills', async () => {
    const token = authority.timestamp(Uint8Array.of(1), signedAt);
    const signed = await signSample(sample('tagged'), principal, { timestampBytes: token.length });
    const padding = /(0*)>\n>>\nendobj/.exec(latin1Text(signed))?.[1]?.length ?? 0;
    assert.ok(padding / 2 < 160, `${padding / 2} bytes of the hole are empty`);
  });

  it('refuses to complete what does not fit, and says how long it is', async () => {
    await assert.rejects(signSample(sample('tagged'), principal, { timestampBytes: 0 }), (error) => {
      return error instanceof SignatureError && error.code === 'pades-hole-too-small';
    });
  });

  it('refuses a second field of the same name and a certification that comes second', async () => {
    const signed = await signSample(sample('tagged'), principal);
    await assert.rejects(signSample(signed, principal), { code: 'pdf-field-exists' });
    await assert.rejects(signSample(signed, seal, { certify: { docMdp: 2 } }), { code: 'pades-malformed' });
  });

  it('puts an invisible, printable widget on the first page', async () => {
    const file = readPdf(await signSample(sample('tagged'), principal), nodePdfTools);
    const [field] = readFields(file);
    const flags = field?.dictionary.entries.get('F');
    assert.equal(flags?.kind === 'number' && (flags.value & 4) === 4 && (flags.value & 0x22) === 0, true);
    const annotations = file.items(readPages(file)[0]?.dictionary.entries.get('Annots'));
    assert.deepEqual(annotations, [field?.reference]);
  });

  it('draws a visible signature in its place', async () => {
    const appearance = { page: 2, rectangle: [50, 50, 150, 90] as const, drawing: '1 0 0 RG 1 1 98 38 re S' };
    const signed = await signSample(sample('tagged'), principal, { appearance });
    assert.equal(judgeByQpdf(signed).clean, true);
    assert.equal(judgeByPdfsig(signed)[0]?.valid, true);
  });
});
