import {
  checkPades,
  locateDamage,
  type PdfFile,
  readAnyPdf,
  readAttachments,
  readFields,
  readPadesEvidence,
  readPages,
  readPdf,
  SignatureError,
} from '@hocba/signature';
import { nodeCrypto, nodePdfTools } from '@hocba/signature/node';
import { readPicture } from '../../../packages/signature/src/pades/appearance/read-picture.ts';
import { firstValueLength } from '../../../packages/signature/src/pades/evidence/first-value-length.ts';
import { inkSignature, pngOf } from '../../../packages/signature/src/pades/samples/sample-images.ts';
import { archivedSample, sample } from '../../../packages/signature/src/pades/samples/signed-samples.ts';
import { rolesOfObjects } from '../../../packages/signature/src/pdf/object-roles.ts';
import { ValueReader } from '../../../packages/signature/src/pdf/value-reader.ts';
import { alteredBytes } from '../alter/bytes.ts';
import { alteredPdf } from '../alter/pdf.ts';
import { bytesOf, type FuzzTarget } from '../fuzz-target.ts';

const tools = { crypto: nodeCrypto, tools: nodePdfTools };
const pdfs = async () => [await archivedSample(), sample('xref-stream')];
const kind = { refusal: SignatureError, alter: alteredPdf, seeds: pdfs };
const values = () => [bytesOf('<< /A [1 -2.5 (a\\(b\\)) <41> /N#20 3 0 R] /B << /C null >> >>')];

/** PDF, and signatures and pictures in it. */
export const pdfTargets: readonly FuzzTarget[] = [
  { ...kind, name: 'pdf-value', read: (bytes) => new ValueReader(bytes).value(), seeds: values },
  { ...kind, name: 'pdf-strict', read: (bytes) => readWhole(readPdf(bytes, nodePdfTools)) },
  { ...kind, name: 'pdf-any', read: (bytes) => readWhole(readAnyPdf(bytes, nodePdfTools)) },
  { ...kind, name: 'pades-check', read: (bytes) => checkPades(bytes, tools) },
  { ...kind, name: 'pades-evidence', read: (bytes) => readPadesEvidence(bytes, tools) },
  { ...kind, name: 'region-map', read: (bytes) => locateDamage(bytes, nodeCrypto) },
  {
    ...{ name: 'cms-hole', refusal: SignatureError, alter: alteredBytes, read: firstValueLength },
    seeds: () => [Uint8Array.of(0x30, 0x80, 2, 1, 5, 0, 0)],
  },
  {
    ...{ name: 'picture', refusal: SignatureError, alter: alteredBytes },
    read: (bytes) => readPicture(bytes, nodePdfTools),
    seeds: () => [pngOf({ ...inkSignature, width: 20, height: 20 })],
  },
];

function readWhole(file: PdfFile): void {
  readFields(file);
  readPages(file);
  readAttachments(file);
  rolesOfObjects(file);
}
