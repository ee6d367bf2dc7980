import { type DerValue, insideExplicit } from '../der/reader.ts';
import { readAscii } from '../der/simple-values.ts';
import { contextTag } from '../der/tags.ts';
import { equalBytes } from '../der/writer.ts';
import { type DistinguishedName, readName, sameName } from './distinguished-name.ts';

/** @spec RFC 5280 4.2.1.6 */
export type GeneralName =
  | { readonly kind: 'directoryName'; readonly name: DistinguishedName }
  | { readonly kind: 'email' | 'dns' | 'uri'; readonly text: string }
  | { readonly kind: 'ip'; readonly bytes: Uint8Array }
  | { readonly kind: 'other'; readonly tag: number };

/** Whether two names are the same name; kinds nobody here reads are never the same. */
export function sameGeneralName(a: GeneralName, b: GeneralName): boolean {
  if (a.kind === 'directoryName') return b.kind === 'directoryName' && sameName(a.name, b.name);
  if (a.kind === 'ip') return b.kind === 'ip' && equalBytes(a.bytes, b.bytes);
  if (a.kind === 'other' || a.kind !== b.kind) return false;
  return a.text === b.text;
}

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
