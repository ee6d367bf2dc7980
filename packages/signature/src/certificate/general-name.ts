import { type DerValue, insideExplicit } from '../der/reader.ts';
import { readAscii } from '../der/simple-values.ts';
import { contextTag } from '../der/tags.ts';
import { type DistinguishedName, readName } from './distinguished-name.ts';

/** @spec RFC 5280 4.2.1.6 */
export type GeneralName =
  | { readonly kind: 'directoryName'; readonly name: DistinguishedName }
  | { readonly kind: 'email' | 'dns' | 'uri'; readonly text: string }
  | { readonly kind: 'ip'; readonly bytes: Uint8Array }
  | { readonly kind: 'other'; readonly tag: number };

/** Throws `der-malformed`. */
export function readGeneralName(value: DerValue): GeneralName {
  switch (value.tag) {
    case contextTag(1, 'primitive'):
      return { kind: 'email', text: readAscii(value.content) };
    case contextTag(2, 'primitive'):
      return { kind: 'dns', text: readAscii(value.content) };
    case contextTag(4):
      return { kind: 'directoryName', name: readName(insideExplicit(value)) };
    case contextTag(6, 'primitive'):
      return { kind: 'uri', text: readAscii(value.content) };
    case contextTag(7, 'primitive'):
      return { kind: 'ip', bytes: value.content };
    default:
      return { kind: 'other', tag: value.tag };
  }
}
