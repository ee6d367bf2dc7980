import { keptByBytes } from '../der/kept-by-bytes.ts';
import { childrenOf, DerMembers, type DerValue, malformed, readDer } from '../der/reader.ts';
import { readOid, readText, toHex } from '../der/simple-values.ts';
import { tag } from '../der/tags.ts';
import { asciiString, der, objectIdentifier, sequence, utf8String } from '../der/writer.ts';
import { type NameAttribute, nameAttributes } from './object-identifiers.ts';

/** The name of a certificate's holder or issuer. Of attributes that occur twice the named field shows the first. */
export type DistinguishedName = {
  readonly [attribute in NameAttribute]?: string;
} & {
  readonly der: Uint8Array;
  /** Every e-mail address among the attributes. */
  readonly emails: readonly string[];
  /** RFC 4514: most specific part first, `CN=Nguyễn Thị Hoa,O=Trường Tiểu học …,C=VN`. */
  readonly text: string;
  /** Equal exactly when two names are the same name, part by part. @spec RFC 5280 7.1 */
  readonly comparable: readonly string[];
};

interface NamePart {
  readonly oid: string;
  readonly value: string;
  /** False for a type that is no character string: then the value is its bytes in hex. */
  readonly isText: boolean;
}

const nameEntries = Object.entries(nameAttributes) as readonly [NameAttribute, { short: string; oid: string }][];

/** The same bytes give the same object: names of authorities come again in every certificate and token. Throws `der-malformed`. */
export function readName({ bytes }: DerValue): DistinguishedName {
  return nameOf(bytes);
}

const nameOf = keptByBytes((bytes) => readOnce(readDer(bytes)), 2_000);

function readOnce(value: DerValue): DistinguishedName {
  const parts = childrenOf(value).map(readRelativeName);
  const fields: { [attribute in NameAttribute]?: string } = {};
  for (const part of parts.flat()) {
    const attribute = nameEntries.find(([, facts]) => facts.oid === part.oid)?.[0];
    if (attribute !== undefined) fields[attribute] ??= part.value;
  }
  const text = parts
    .toReversed()
    .map((rdn) => rdn.map(partText).join('+'))
    .join(',');
  const comparable = parts.map((rdn) => rdn.map(comparablePart).sort().join('+'));
  const emails = parts.flat().flatMap((part) => (part.oid === nameAttributes.email.oid ? [part.value] : []));
  return { ...fields, der: value.bytes, emails, text, comparable };
}

export function sameName(a: DistinguishedName, b: DistinguishedName): boolean {
  return a.comparable.length === b.comparable.length && isBelowName(a, b);
}

/** Whether the name lies in the subtree of the base: begins with the same parts. @spec RFC 5280 4.2.1.10 */
export function isBelowName(name: DistinguishedName, base: DistinguishedName): boolean {
  return base.comparable.every((part, i) => part === name.comparable[i]);
}

/** The name with one more part, given as a RelativeDistinguishedName under any tag. Throws `der-malformed`. */
export function extendName(base: DistinguishedName, relative: DerValue): DistinguishedName {
  const parts = childrenOf(readDer(base.der)).map(({ bytes }) => bytes);
  return readName(readDer(sequence(...parts, der(tag.set, relative.content))));
}

/** A key under which equal names are found. */
export function nameKey({ comparable }: DistinguishedName): string {
  return comparable.join('\n');
}

/** A Name in the order given, one attribute a part; texts in UTF-8, country and serial number as their types demand. */
export function writeName(parts: readonly (readonly [NameAttribute, string])[]): Uint8Array {
  return sequence(
    ...parts.map(([attribute, text]) => {
      const value = sequence(objectIdentifier(nameAttributes[attribute].oid), textValue(attribute, text));
      return der(tag.set, value);
    }),
  );
}

function textValue(attribute: NameAttribute, text: string): Uint8Array {
  if (attribute === 'country' || attribute === 'serialNumber') return asciiString(text, tag.printableString);
  if (attribute === 'email' || attribute === 'domainComponent') return asciiString(text, tag.ia5String);
  return utf8String(text);
}

function readRelativeName(value: DerValue): readonly NamePart[] {
  const parts = childrenOf(value, tag.set).map((member) => {
    const members = new DerMembers(member);
    const oid = readOid(members.take(tag.oid));
    const text = members.take();
    members.end();
    const textual = isTextual(text);
    return { oid, value: textual ? readText(text) : `#${toHex(text.bytes)}`, isText: textual };
  });
  if (parts.length === 0) throw malformed('empty RelativeDistinguishedName');
  return parts;
}

function isTextual(value: DerValue): boolean {
  const texts: readonly number[] = [
    tag.utf8String,
    tag.printableString,
    tag.ia5String,
    tag.numericString,
    tag.visibleString,
    tag.teletexString,
    tag.bmpString,
  ];
  return texts.includes(value.tag);
}

function comparablePart({ oid, value, isText: textual }: NamePart): string {
  if (!textual) return `${oid}=${value}`;
  const folded = value.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
  return `${oid}=${JSON.stringify(folded)}`;
}

function partText({ oid, value }: NamePart): string {
  const short = nameEntries.find(([, facts]) => facts.oid === oid)?.[1].short ?? oid;
  const escaped = value
    .replaceAll(/[,+"\\<>;=]/g, '\\$&')
    .replaceAll('\0', '\\00')
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ');
  return `${short}=${escaped}`;
}
