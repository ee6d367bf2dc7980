import type { CryptoPort } from '../crypto/index.ts';
import { SignatureError } from '../errors.ts';
import { IncrementalUpdate } from '../pdf/incremental-update.ts';
import {
  type PdfDictionary,
  type PdfFile,
  type PdfReference,
  type PdfTools,
  type PdfValue,
  pdfArray,
  pdfDictionary,
  pdfReference,
  readFields,
  readPdf,
  withEntries,
} from '../pdf/index.ts';
import { concatBytes, latin1Text } from '../pdf/text-bytes.ts';
import { hexText, valueText } from '../pdf/value-writer.ts';
import { signedFields } from './signature-value.ts';

/** What one signature or document timestamp needs to be judged when nobody can be asked any more, DER. */
export interface SignatureValidationData {
  readonly fieldName: string;
  /** Of the path, the signatory's own included, and of the paths of timestamps and responders. */
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

export interface ValidationDataInput {
  readonly pdf: Uint8Array;
  readonly tools: PdfTools;
  readonly crypto: CryptoPort;
  readonly signatures: readonly SignatureValidationData[];
}

/**
 * The file with one more revision that holds what its signatures need (level B-LT): each value once, however many
 * signatures need it and however often it was added before. The same file when nothing is new. Throws `pades-malformed`
 * for a field that holds no signature. @spec EN 319 142-1 5.4.2
 */
export function addValidationData({ pdf, tools, crypto, signatures }: ValidationDataInput): Uint8Array {
  const file = readPdf(pdf, tools);
  const update = new IncrementalUpdate(file);
  const store = new StoreWriter(file, update, crypto);
  const records = signatures.map((one): [string, PdfDictionary] => [
    vriKey(file, one.fieldName, crypto),
    store.record(one),
  ]);
  const known = file.dictionary(store.known?.entries.get('VRI')) ?? pdfDictionary({});
  const isNew = records.some(
    ([key, record]) => valueText(known.entries.get(key) ?? pdfArray([])) !== valueText(record),
  );
  if (!isNew && !store.hasGrown) return pdf;
  putStore({ file, update, store, vri: withEntries(known, Object.fromEntries(records)) });
  const idSource = concatBytes(file.bytes.subarray(-256), update.added());
  return update.close(crypto.digest('sha-256', idSource).subarray(0, 16));
}

/** The three lists of a store, which only grow. */
const listKeys = ['Certs', 'OCSPs', 'CRLs'] as const;
type ListKey = (typeof listKeys)[number];
const recordKeys: Readonly<Record<ListKey, string>> = { Certs: 'Cert', OCSPs: 'OCSP', CRLs: 'CRL' };

class StoreWriter {
  readonly known: PdfDictionary | undefined;
  readonly lists: Readonly<Record<ListKey, PdfValue[]>>;
  hasGrown = false;
  private readonly file: PdfFile;
  private readonly update: IncrementalUpdate;
  private readonly crypto: CryptoPort;
  private readonly places = new Map<string, PdfReference>();

  constructor(file: PdfFile, update: IncrementalUpdate, crypto: CryptoPort) {
    this.file = file;
    this.update = update;
    this.crypto = crypto;
    this.known = file.dictionary(file.catalog.entries.get('DSS'));
    const list = (key: ListKey) => [...file.items(this.known?.entries.get(key))];
    this.lists = { Certs: list('Certs'), OCSPs: list('OCSPs'), CRLs: list('CRLs') };
    for (const key of listKeys) for (const value of this.lists[key]) this.remember(key, value);
  }

  /** The VRI dictionary of one signature, its values written where they are not there yet. */
  record({ certificates, crls, ocsps }: SignatureValidationData): PdfDictionary {
    const needed: Readonly<Record<ListKey, readonly Uint8Array[]>> = { Certs: certificates, OCSPs: ocsps, CRLs: crls };
    const entries = listKeys.flatMap((key): [string, PdfValue][] => {
      const references = needed[key].map((value) => this.put(key, value));
      return references.length === 0 ? [] : [[recordKeys[key], pdfArray(distinct(references))]];
    });
    return pdfDictionary(Object.fromEntries(entries));
  }

  private put(key: ListKey, value: Uint8Array): PdfReference {
    const name = this.nameOf(key, value);
    const known = this.places.get(name);
    if (known !== undefined) return known;
    const reference = pdfReference(this.update.reserve());
    const text = `<< /Length ${value.length} >>\nstream\n${latin1Text(value)}\nendstream`;
    this.update.put({ number: reference.number, text });
    this.places.set(name, reference);
    this.lists[key].push(reference);
    this.hasGrown = true;
    return reference;
  }

  private remember(key: ListKey, value: PdfValue): void {
    const stream = this.file.resolve(value);
    if (value.kind === 'reference' && stream.kind === 'stream') {
      this.places.set(this.nameOf(key, this.file.content(stream)), value);
    }
  }

  private nameOf(key: ListKey, value: Uint8Array): string {
    return `${key} ${hexText(this.crypto.digest('sha-256', value))}`;
  }
}

interface StoreInput {
  readonly file: PdfFile;
  readonly update: IncrementalUpdate;
  readonly store: StoreWriter;
  readonly vri: PdfDictionary;
}

function putStore({ file, update, store, vri }: StoreInput): void {
  const known = file.catalog.entries.get('DSS');
  const number = known?.kind === 'reference' ? known.number : update.reserve();
  const lists = listKeys.flatMap((key): [string, PdfValue][] =>
    store.lists[key].length === 0 ? [] : [[key, pdfArray(store.lists[key])]],
  );
  const entries = { ...Object.fromEntries(store.known?.entries ?? []), ...Object.fromEntries(lists), VRI: vri };
  update.put({ number, text: valueText(pdfDictionary(entries)) });
  if (known?.kind === 'reference') return;
  const catalog = withEntries(file.catalog, { DSS: pdfReference(number) });
  update.put({ number: file.rootReference.number, text: valueText(catalog) });
}

/** Upper-case hexadecimal SHA-1 of the signature as it stands in its dictionary, padding and all. @spec EN 319 142-1 5.4.2.3 */
function vriKey(file: PdfFile, fieldName: string, crypto: CryptoPort): string {
  const signed = signedFields(file, readFields(file)).find(({ field }) => field.name === fieldName);
  const contents = signed?.dictionary.entries.get('Contents');
  if (contents?.kind !== 'string') throw new SignatureError('pades-malformed', `no signature in field ${fieldName}`);
  return hexText(crypto.digest('sha-1', contents.bytes)).toUpperCase();
}

function distinct(references: readonly PdfReference[]): readonly PdfReference[] {
  return [...new Map(references.map((reference) => [reference.number, reference])).values()];
}
