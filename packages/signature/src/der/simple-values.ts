import { type DerValue, expectTag, malformed } from './reader.ts';
import { tag } from './tags.ts';

/** Reads the simple types strictly: what has two encodings in BER has one here. All throw `der-malformed`. */

export function readBoolean(value: DerValue, expectedTag: number = tag.boolean): boolean {
  expectTag(value, expectedTag);
  const [byte] = value.content;
  if (value.content.length !== 1 || (byte !== 0 && byte !== 0xff)) throw malformed('BOOLEAN neither 00 nor FF');
  return byte === 0xff;
}

/** Lower-case hex of the value, negative numbers refused: serial numbers and nonces are compared, not computed. */
export function readIntegerHex(value: DerValue, expectedTag: number = tag.integer): string {
  return toHex(readMagnitude(value, expectedTag));
}

/** The bytes of a number that is not negative, without leading zeros; zero itself is one byte. */
export function readMagnitude(value: DerValue, expectedTag: number = tag.integer): Uint8Array {
  const bytes = integerBytes(value, expectedTag);
  const first = bytes[0] ?? 0;
  if (first >= 0x80) throw malformed('negative INTEGER');
  return first === 0 && bytes.length > 1 ? bytes.subarray(1) : bytes;
}

/**
 * A serial number as hex. Authorities must not issue negative ones and some did: they are told apart from the positive
 * number of the same bytes by a leading minus. @spec RFC 5280 4.1.2.2
 */
export function readSerialNumber(value: DerValue, expectedTag: number = tag.integer): string {
  const bytes = integerBytes(value, expectedTag);
  if ((bytes[0] ?? 0) < 0x80) return readIntegerHex(value, expectedTag);
  const magnitude = (1n << BigInt(8 * bytes.length)) - BigInt(`0x${toHex(bytes)}`);
  return `-${magnitude.toString(16)}`;
}

/** A small non-negative number: versions, path lengths, reasons, accuracies. */
export function readSmallInteger(value: DerValue, expectedTag: number = tag.integer): number {
  const hex = readIntegerHex(value, expectedTag);
  if (hex.length > 12) throw malformed('INTEGER too large');
  return Number.parseInt(hex, 16);
}

/** Real ones stay below 30 bytes; arcs of any length would make reading quadratic. */
const longestOid = 64;

export function readOid(value: DerValue, expectedTag: number = tag.oid): string {
  expectTag(value, expectedTag);
  if (value.content.length > longestOid) throw malformed('OBJECT IDENTIFIER too long');
  let text = '';
  let arc: number | bigint = 0;
  let started = false;
  for (const byte of value.content) {
    if (!started && byte === 0x80) throw malformed('OBJECT IDENTIFIER arc not in its shortest form');
    arc = withDigit(arc, byte & 0x7f);
    started = (byte & 0x80) !== 0;
    if (started) continue;
    text += text === '' ? firstArcs(arc) : `.${arc}`;
    arc = 0;
  }
  if (text === '' || started) throw malformed('OBJECT IDENTIFIER cut off');
  return text;
}

/** One more digit to the base of 128. Hardly any arc is too large for a number; those of UUIDs are. */
function withDigit(arc: number | bigint, digit: number): number | bigint {
  if (typeof arc === 'number' && arc < 2 ** 46) return arc * 128 + digit;
  return BigInt(arc) * 128n + BigInt(digit);
}

/** The first two arcs are written as one number. @spec X.690 8.19.4 */
function firstArcs(both: number | bigint): string {
  if (both >= 80) return `2.${BigInt(both) - 80n}`;
  const second = Number(both) % 40;
  return `${(Number(both) - second) / 40}.${second}`;
}

export function readOctetString(value: DerValue, expectedTag: number = tag.octetString): Uint8Array {
  expectTag(value, expectedTag);
  return value.content;
}

/** A BIT STRING that holds whole bytes: signatures and keys. */
export function readBitStringBytes(value: DerValue, expectedTag: number = tag.bitString): Uint8Array {
  expectTag(value, expectedTag);
  if (value.content[0] !== 0) throw malformed('BIT STRING not of whole bytes');
  return value.content.subarray(1);
}

/** A signature; one that is not of whole bytes is read as empty, which no key ever made. */
export function readSignatureBytes(value: DerValue): Uint8Array {
  expectTag(value, tag.bitString);
  const [unused] = value.content;
  if (unused === undefined || unused > 7) throw malformed('BIT STRING');
  return unused === 0 ? value.content.subarray(1) : new Uint8Array(0);
}

/** The positions of the set bits of a named bit list. */
export function readBitPositions(value: DerValue, expectedTag: number = tag.bitString): ReadonlySet<number> {
  expectTag(value, expectedTag);
  const [unused, ...bytes] = value.content;
  if (unused === undefined || unused > 7 || (bytes.length === 0 && unused !== 0)) throw malformed('BIT STRING');
  const last = bytes.at(-1) ?? 0;
  if ((last & ((1 << unused) - 1)) !== 0) throw malformed('BIT STRING with unused bits set');
  const positions = new Set<number>();
  for (let i = 0; i < bytes.length * 8 - unused; i++) {
    if (((bytes[i >> 3] ?? 0) & (0x80 >> (i & 7))) !== 0) positions.add(i);
  }
  return positions;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Any of the character string types of a name or a policy text. */
export function readText(value: DerValue): string {
  switch (value.tag) {
    case tag.utf8String:
      try {
        return utf8.decode(value.content);
      } catch {
        throw malformed('UTF8String');
      }
    case tag.printableString:
      return readPrintable(value.content);
    case tag.numericString:
      return readAlphabet(value.content, /^[0-9 ]*$/);
    case tag.ia5String:
    case tag.visibleString:
      return readAscii(value.content);
    case tag.teletexString:
      return readLatin(value.content);
    case tag.bmpString:
      return readBmp(value.content);
    default:
      throw malformed('no character string');
  }
}

/** PrintableString with the stray `*`, `@`, `&` and `_` and the letters of ISO 8859-1 that authorities put into it. */
function readPrintable(bytes: Uint8Array): string {
  const text = readLatin(bytes);
  if (!/^[A-Za-z0-9 '()+,\-./:=?*@&_\xc0-\xff]*$/.test(text))
    throw malformed('character outside the alphabet of its type');
  return text;
}

function readLatin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function readAlphabet(bytes: Uint8Array, alphabet: RegExp): string {
  const text = readAscii(bytes);
  if (!alphabet.test(text)) throw malformed('character outside the alphabet of its type');
  return text;
}

const ascii = new TextDecoder('windows-1252');

export function readAscii(bytes: Uint8Array): string {
  if (bytes.some((byte) => byte > 0x7f)) throw malformed('character outside ASCII');
  return ascii.decode(bytes);
}

/** Epoch milliseconds of a UTCTime or GeneralizedTime; seconds and Z are required, fractions only where allowed. */
export function readTime(value: DerValue, allowFractions = false): number {
  const text = readAscii(value.content);
  if (value.tag === tag.utcTime) {
    const year = Number(text.slice(0, 2));
    return timeOf(`${year < 50 ? 20 : 19}${text}`, false);
  }
  expectTag(value, tag.generalizedTime);
  return timeOf(text, allowFractions);
}

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += hexPairs[byte];
  return hex;
}

const hexPairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const timePattern = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d*[1-9]))?Z$/;

function timeOf(text: string, allowFractions: boolean): number {
  const match = timePattern.exec(text);
  if (match === null || (match[7] !== undefined && !allowFractions)) throw malformed(`time ${text}`);
  const [, year, month, day, hour, minute, second, fraction] = match;
  const whole = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(whole) || !sameDay(whole, Number(day))) throw malformed(`time ${text}`);
  return whole + Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
}

/** Date.parse rolls 31 February over instead of refusing it. */
function sameDay(epoch: number, day: number): boolean {
  return new Date(epoch).getUTCDate() === day;
}

function integerBytes(value: DerValue, expectedTag: number): Uint8Array {
  expectTag(value, expectedTag);
  const [first, second] = value.content;
  if (first === undefined) throw malformed('empty INTEGER');
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))) {
    throw malformed('INTEGER not in its shortest form');
  }
  return value.content;
}

function readBmp(bytes: Uint8Array): string {
  if (bytes.length % 2 !== 0) throw malformed('BMPString');
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) text += String.fromCharCode(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
  return text;
}
