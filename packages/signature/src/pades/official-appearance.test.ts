import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { SignatureError } from '../errors.ts';
import { fittedInside, type Rectangle, sealPlace } from './appearance/official-places.ts';
import { readPicture } from './appearance/read-picture.ts';
import { textOutlines } from './appearance/text-outlines.ts';
import { checkPades } from './check-pades.ts';
import { readPadesEvidence } from './evidence/read-pades-evidence.ts';
import { nodePdfTools } from './node-pdf-tools.ts';
import { inkSignature, pngOf, redSeal } from './samples/sample-images.ts';
import { principal, sample, seal, signSample, withDocumentTimestamp, withEvidence } from './samples/signed-samples.ts';

const tools = { crypto: nodeCrypto, tools: nodePdfTools };
const signaturePlace: Rectangle = [360, 90, 480, 140];
const sealRectangle = sealPlace(signaturePlace, 36);

/** As NĐ 30/2020 wants it: the person's signature in blue, the red seal over its left third. */
async function withBothImages(): Promise<Uint8Array> {
  const certified = await signSample(sample('tagged'), principal, {
    certify: { docMdp: 2 },
    appearance: { page: 1, rectangle: signaturePlace, image: pngOf(inkSignature) },
    reserved: [{ fieldName: 'CONDAU', label: 'Con dấu của trường', page: 1, rectangle: sealRectangle }],
  });
  const appearance = { page: 1, rectangle: sealRectangle, image: pngOf(redSeal) };
  return signSample(certified, seal, { appearance });
}

it('the seal of the size of the real one covers the left third of the person’s signature', () => {
  const [left, bottom, right, top] = sealRectangle;
  assert.ok(Math.abs(right - (360 + 40)) < 1e-9);
  assert.ok(Math.abs((bottom + top) / 2 - 115) < 1e-9);
  assert.ok(Math.abs(((right - left) * 25.4) / 72 - 36) < 1e-9);
  assert.deepEqual(fittedInside([0, 0, 100, 100], { width: 50, height: 25 }), [0, 25, 100, 75]);
});

it('a seal in the place reserved for it leaves the certification whole, up to the archive', async () => {
  const both = await withBothImages();
  const archived = withDocumentTimestamp(withEvidence(both, 'HT', 'CONDAU'), 'DAUTHOIGIAN-1');
  for (const pdf of [both, archived]) {
    const [certification, sealed] = await checkPades(pdf, tools);
    assert.deepEqual([certification?.findings, sealed?.findings], [[], []]);
    assert.ok(certification?.changesAfter.some(({ kind }) => kind === 'reservedSignatureFilled'));
    const evidence = await readPadesEvidence(pdf, tools);
    assert.ok(evidence.every(({ changesAfter }) => changesAfter.every(({ permitted }) => permitted)));
  }
});

it('a seal that shows itself anywhere else breaks the certification', async () => {
  const certified = await signSample(sample('tagged'), principal, { certify: { docMdp: 2 } });
  const appearance = { page: 1, rectangle: sealRectangle, image: pngOf(redSeal) };
  const [certification] = await checkPades(await signSample(certified, seal, { appearance }), tools);
  assert.equal(certification?.indication, 'failed');
  assert.ok(certification?.changesAfter.some(({ kind }) => kind === 'visibleSignatureAdded'));
});

it('images are read whatever way their rows are filtered, and refused when they are none', () => {
  const { width, height, samples, opacity } = readPicture(pngOf(inkSignature), nodePdfTools);
  assert.deepEqual([width, height], [240, 100]);
  assert.ok(samples.kind === 'plain');
  assert.deepEqual([...samples.data.subarray(-3)], [20, 40, 160]);
  const expected = Array.from({ length: 240 * 100 }, (_, at) => inkSignature.pixel(at % 240, Math.floor(at / 240))[3]);
  assert.deepEqual([...(opacity ?? [])], expected);
  const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 20, 0, 30, 3, 1, 0x22, 0);
  assert.deepEqual(
    { ...readPicture(jpeg, nodePdfTools), samples: undefined },
    { width: 30, height: 20, colours: 'rgb', samples: undefined },
  );
  for (const none of [new Uint8Array(), Uint8Array.of(0xff, 0xd8), pngOf(inkSignature).subarray(0, 400)]) {
    assert.throws(
      () => readPicture(none, nodePdfTools),
      (error) => error instanceof SignatureError,
    );
  }
});

const tinos = readFileSync(
  import.meta.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf').slice('file://'.length),
);

it('name and time stand under the image as outlines, every Vietnamese letter among them', () => {
  const lines = ['Nguyễn Thị Bình An', 'Ký lúc 08:15:00 29/05/2026 +07:00'];
  const drawing = textOutlines({ font: tinos, lines, size: 8, left: 2, baseline: 14, colour: [0.1, 0.1, 0.4] });
  assert.match(drawing, /^q 0\.1 0\.1 0\.4 rg [-0-9. mlch]+ f Q$/);
  assert.ok(drawing.split(' m ').length > 60);
  const wide = 'ẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỶỸỴĐ'.toLowerCase();
  assert.ok(textOutlines({ font: tinos, lines: [wide], size: 8, left: 0, baseline: 0 }).length > 1000);
});

it('a letter the font lacks, or a font that is none, is said', () => {
  const block = { lines: ['一'], size: 8, left: 0, baseline: 0 };
  for (const font of [tinos, new Uint8Array(), tinos.subarray(0, 3000), Uint8Array.of(0, 1, 0, 0, 0, 9)]) {
    assert.throws(
      () => textOutlines({ ...block, font }),
      (error) => error instanceof SignatureError,
    );
  }
});
