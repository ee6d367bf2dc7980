import { readdirSync, readFileSync } from 'node:fs';
import { nodeCrypto } from '../src/crypto/node-crypto.ts';
import { SignatureError } from '../src/errors.ts';
import {
  checkXades,
  completeArchiveTimestamp,
  extendToLt,
  prepareArchiveTimestamp,
  readXadesEvidence,
} from '../src/xades/index.ts';
import { attackSample } from '../src/xades/samples/index.ts';
import { testLayout } from '../src/xades/test-record.ts';
import { canonicalDocument, canonicalise, firstDeparture, parseXml } from '../src/xml/index.ts';

/** A reader of XML that must either return or throw `SignatureError`, whatever the bytes, in bounded time. */
export interface XadesFuzzTarget {
  readonly name: string;
  readonly read: (bytes: Uint8Array) => unknown;
  /** Good inputs to start from. */
  readonly seeds: () => readonly Uint8Array[];
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const record = bytesOf(attackSample().xml);
const madeByOthers = new URL('../src/xades/evidence/made-by-others/', import.meta.url);
const foreign = readdirSync(madeByOthers)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => new Uint8Array(readFileSync(new URL(name, madeByOthers))));
const crypto = nodeCrypto;
const signatureId = 'sig-cn';

/** Every reader of XML and XAdES; a long run takes them from here. */
export const xadesFuzzTargets: readonly XadesFuzzTarget[] = [
  { name: 'xml-of-records', read: (bytes) => firstDeparture(parseXml(bytes)), seeds: () => [record] },
  { name: 'xml-of-others', read: canonicaliseAll, seeds: () => foreign },
  {
    name: 'xades-of-records',
    read: (bytes) => checkXades(parseXml(bytes), { crypto, layout: testLayout }),
    seeds: () => [record],
  },
  { name: 'xades-of-others', read: readEvidence, seeds: () => [record, ...foreign] },
  {
    name: 'xades-extended',
    read: (xml) => {
      extendToLt({ xml, signatureId, certificates: [], crls: [bytesOf('x')], ocsps: [] });
      prepareArchiveTimestamp({ xml, signatureId, crypto });
    },
    seeds: () => [record],
  },
  {
    name: 'archive-token',
    read: (token) => completeArchiveTimestamp({ xml: record, signatureId, crypto }, token),
    seeds: () => [bytesOf('token')],
  },
];

/** Undefined when the reader behaved; otherwise what it threw. */
export async function xadesMisbehaviour(target: XadesFuzzTarget, bytes: Uint8Array): Promise<unknown> {
  try {
    await target.read(bytes);
    return undefined;
  } catch (error) {
    return error instanceof SignatureError ? undefined : error;
  }
}

function canonicaliseAll(bytes: Uint8Array): void {
  const document = parseXml(bytes, { foreign: true });
  for (const form of ['exclusive', 'inclusive-1.0', 'inclusive-1.1'] as const) {
    canonicalDocument(document, { form, comments: true });
    for (const element of document.byId.values()) canonicalise(element, { form });
  }
}

async function readEvidence(bytes: Uint8Array): Promise<void> {
  const evidence = await readXadesEvidence(bytes, { crypto, detached: () => bytes });
  for (const { timestamps } of evidence) for (const { imprint } of timestamps) imprint('sha-256');
}
