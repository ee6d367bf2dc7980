import { readdirSync, readFileSync } from 'node:fs';
import { canonicalDocument, canonicalise, firstDeparture, parseXml, SignatureError } from '@hocba/signature';
import { attackSample } from '../../../packages/signature/src/xades/samples/index.ts';
import { readAlike } from '../../../packages/signature/src/xml/test-read-alike.ts';
import { alteredXml } from '../alter/xml.ts';
import { bytesOf, type FuzzTarget } from '../fuzz-target.ts';

const madeByOthers = new URL('../../../packages/signature/src/xades/evidence/made-by-others/', import.meta.url);

/** Signed files of other programs. */
export const foreignXml = (): readonly Uint8Array[] =>
  readdirSync(madeByOthers)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => new Uint8Array(readFileSync(new URL(name, madeByOthers))));

/** A record three times signed. */
export const signedRecord = (): Uint8Array => bytesOf(attackSample().xml);

const refusal = SignatureError;
const alter = alteredXml;

export const xmlTargets: readonly FuzzTarget[] = [
  {
    ...{ name: 'xml-of-records', refusal, alter, seeds: () => [signedRecord()] },
    read: (bytes) => firstDeparture(parseXml(bytes)),
  },
  { name: 'xml-of-others', refusal, alter, read: canonicaliseAll, seeds: foreignXml },
  {
    ...{ name: 'xml-read-alike', refusal, alter, seeds: () => [signedRecord()] },
    read: (bytes) => readAlike(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)),
  },
];

function canonicaliseAll(bytes: Uint8Array): void {
  const document = parseXml(bytes, { foreign: true });
  for (const form of ['exclusive', 'inclusive-1.0', 'inclusive-1.1'] as const) {
    canonicalDocument(document, { form, comments: true });
    for (const element of document.byId.values()) canonicalise(element, { form });
  }
}
