import { nameOf, type PdfDictionary, type PdfField, type PdfFile } from '../pdf/index.ts';
import { textOfString } from '../pdf/text-bytes.ts';

/** What a signature dictionary says of itself; claims, all of it. */
export interface SignatureClaims {
  readonly kind: 'signature' | 'documentTimestamp';
  readonly subFilter: string | undefined;
  readonly signerName?: string;
  readonly reason?: string;
  readonly location?: string;
  /** /M as it stands: D:20260529081500Z. */
  readonly claimedTime?: string;
  /** The permission it asks for as a certification: 1 nothing, 2 signing and forms, 3 also comments. */
  readonly docMdp?: number;
}

export interface SignedField {
  readonly field: PdfField;
  readonly objectNumber: number;
  readonly dictionary: PdfDictionary;
}

/** The signature fields that hold a signature, in the form's order. */
export function signedFields(file: PdfFile, fields: readonly PdfField[]): readonly SignedField[] {
  return fields.flatMap((field) => {
    const dictionary = file.dictionary(field.value);
    if (field.type !== 'Sig' || dictionary === undefined) return [];
    // Our own signatures are objects of their own; other programs may write one into its field.
    const inField = file.rules.tolerant ? field.reference.number : -1;
    return [{ field, objectNumber: field.value?.kind === 'reference' ? field.value.number : inField, dictionary }];
  });
}

export function claimsOf(file: PdfFile, dictionary: PdfDictionary): SignatureClaims {
  const subFilter = nameOf(dictionary.entries.get('SubFilter'));
  const docMdp = certificationLevel(file, dictionary);
  const text = (key: string, as: 'signerName' | 'reason' | 'location' | 'claimedTime') => {
    const value = file.resolve(dictionary.entries.get(key));
    return value.kind === 'string' ? { [as]: textOfString(value.bytes) } : {};
  };
  return {
    kind: subFilter === 'ETSI.RFC3161' ? 'documentTimestamp' : 'signature',
    subFilter,
    ...text('Name', 'signerName'),
    ...text('Reason', 'reason'),
    ...text('Location', 'location'),
    ...text('M', 'claimedTime'),
    ...(docMdp !== undefined && { docMdp }),
  };
}

export function certificationLevel(file: PdfFile, dictionary: PdfDictionary): number | undefined {
  for (const item of file.items(dictionary.entries.get('Reference'))) {
    const reference = file.dictionary(item);
    if (nameOf(file.resolve(reference?.entries.get('TransformMethod'))) !== 'DocMDP') continue;
    const level = file.resolve(file.dictionary(reference?.entries.get('TransformParams'))?.entries.get('P'));
    return level.kind === 'number' ? level.value : 2;
  }
  return undefined;
}
