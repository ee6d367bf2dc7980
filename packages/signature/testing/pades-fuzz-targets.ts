import { nodeCrypto } from '../src/crypto/node-crypto.ts';
import { SignatureError } from '../src/errors.ts';
import { readPicture } from '../src/pades/appearance/read-picture.ts';
import { firstValueLength } from '../src/pades/evidence/first-value-length.ts';
import { checkPades, locateDamage, readPadesEvidence } from '../src/pades/index.ts';
import { nodePdfTools } from '../src/pades/node-pdf-tools.ts';
import { inkSignature, pngOf } from '../src/pades/samples/sample-images.ts';
import { archivedSample, sample } from '../src/pades/samples/signed-samples.ts';
import { type PdfFile, readAnyPdf, readAttachments, readFields, readPages, readPdf } from '../src/pdf/index.ts';
import { rolesOfObjects } from '../src/pdf/object-roles.ts';
import { ValueReader } from '../src/pdf/value-reader.ts';
import type { FuzzTarget } from './fuzz-targets.ts';

const tools = { crypto: nodeCrypto, tools: nodePdfTools };
const archived = await archivedSample();
const pdfs = () => [archived, sample('xref-stream')];
const values = () => [new TextEncoder().encode('<< /A [1 -2.5 (a\\(b\\)) <41> /N#20 3 0 R] /B << /C null >> >>')];

/** Every reader of PDF and of what a PDF holds; the signature readers answer with a promise. */
export const padesFuzzTargets: readonly FuzzTarget[] = [
  { name: 'pdf-value', read: (bytes) => new ValueReader(bytes).value(), seeds: values },
  { name: 'pdf-strict', read: (bytes) => readWhole(readPdf(bytes, nodePdfTools)), seeds: pdfs },
  { name: 'pdf-any', read: (bytes) => readWhole(readAnyPdf(bytes, nodePdfTools)), seeds: pdfs },
  { name: 'pades-check', read: (bytes) => checkPades(bytes, tools), seeds: pdfs },
  { name: 'pades-evidence', read: (bytes) => readPadesEvidence(bytes, tools), seeds: pdfs },
  { name: 'region-map', read: (bytes) => locateDamage(bytes, nodeCrypto), seeds: pdfs },
  { name: 'cms-hole', read: firstValueLength, seeds: () => [Uint8Array.of(0x30, 0x80, 2, 1, 5, 0, 0)] },
  {
    name: 'picture',
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

/** What a target did beside reading or refusing; undefined when nothing. */
export async function padesMisbehaviour({ read }: FuzzTarget, bytes: Uint8Array): Promise<unknown> {
  try {
    await read(bytes);
    return undefined;
  } catch (error) {
    return error instanceof SignatureError ? undefined : error;
  }
}
