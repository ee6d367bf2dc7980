import { SignatureError } from '../../errors.ts';
import type { PdfFile, PdfValue } from '../../pdf/index.ts';

/** What a PDF keeps beside its signatures for their validation, DER. @spec EN 319 142-1 5.4.2 */
export interface SecurityStore {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

export const emptyStore: SecurityStore = { certificates: [], crls: [], ocsps: [] };

/** The document security store with all its VRI dictionaries, each value once. What cannot be read is left out. */
export function readSecurityStore(file: PdfFile): SecurityStore {
  const store = file.dictionary(file.catalog.entries.get('DSS'));
  if (store === undefined) return emptyStore;
  const vri = [...(file.dictionary(store.entries.get('VRI'))?.entries.values() ?? [])].flatMap((value) => {
    const dictionary = file.dictionary(value);
    return dictionary === undefined ? [] : [dictionary];
  });
  const collect = (plural: string, singular: string) =>
    contentsOf(file, [store.entries.get(plural), ...vri.map(({ entries }) => entries.get(singular))]);
  return {
    certificates: collect('Certs', 'Cert'),
    crls: collect('CRLs', 'CRL'),
    ocsps: collect('OCSPs', 'OCSP'),
  };
}

function contentsOf(file: PdfFile, lists: readonly (PdfValue | undefined)[]): readonly Uint8Array[] {
  const contents = new Map<PdfValue, Uint8Array>();
  for (const item of lists.flatMap((list) => file.items(list))) {
    const stream = file.resolve(item);
    if (stream.kind !== 'stream' || contents.has(stream)) continue;
    const content = readable(() => file.content(stream));
    if (content !== undefined) contents.set(stream, content);
  }
  return [...contents.values()];
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SignatureError && error.code !== 'pdf-too-large') return undefined;
    throw error;
  }
}
