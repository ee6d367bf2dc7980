import { contextTag, tag } from './tags.ts';

/** Writes DER: every function returns one finished value. */

export function der(tagByte: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  const header = headerOf(tagByte, length);
  return concat(header, ...contents);
}

export function sequence(...members: readonly (Uint8Array | undefined)[]): Uint8Array {
  return der(tag.sequence, ...members.filter((member) => member !== undefined));
}

/** SET OF, its members in the order DER demands: ascending as bytes. @spec X.690 11.6 */
export function setOf(members: readonly Uint8Array[], tagByte: number = tag.set): Uint8Array {
  return der(tagByte, ...members.toSorted(compareBytes));
}

/** `[n]` around a whole value. */
export function explicit(number: number, value: Uint8Array): Uint8Array {
  return der(contextTag(number), value);
}

/** `[n]` in place of a value's own tag. */
export function implicit(number: number, value: Uint8Array): Uint8Array {
  const retagged = value.slice();
  const constructed = ((value[0] ?? 0) & 0x20) !== 0;
  retagged[0] = contextTag(number, constructed ? 'constructed' : 'primitive');
  return retagged;
}

export function boolean(value: boolean): Uint8Array {
  return der(tag.boolean, Uint8Array.of(value ? 0xff : 0));
}

export function integer(value: number | bigint, tagByte: number = tag.integer): Uint8Array {
  const hex = value.toString(16);
  return integerFromHex(hex, tagByte);
}

/** An INTEGER from the hex that `readIntegerHex` or `readSerialNumber` gives. */
export function integerFromHex(hex: string, tagByte: number = tag.integer): Uint8Array {
  if (hex.startsWith('-')) return negativeInteger(hex.slice(1), tagByte);
  const digits = hex.replace(/^0+(?=.)/, '');
  const bytes = fromHex(digits.length % 2 === 0 ? digits : `0${digits}`);
  const positive = (bytes[0] ?? 0) >= 0x80 ? concat(Uint8Array.of(0), bytes) : bytes;
  return der(tagByte, positive);
}

/** An INTEGER from the bytes of a number that is not negative, leading zeros or not. */
export function integerFromMagnitude(bytes: Uint8Array): Uint8Array {
  const firstDigit = bytes.findIndex((byte) => byte !== 0);
  const digits = firstDigit < 0 ? Uint8Array.of(0) : bytes.subarray(firstDigit);
  return (digits[0] ?? 0) >= 0x80 ? der(tag.integer, Uint8Array.of(0), digits) : der(tag.integer, digits);
}

function negativeInteger(hex: string, tagByte: number): Uint8Array {
  const magnitude = BigInt(`0x${hex}`);
  let length = 1;
  while (magnitude > 1n << BigInt(8 * length - 1)) length += 1;
  return der(tagByte, fromHex(((1n << BigInt(8 * length)) - magnitude).toString(16).padStart(2 * length, '0')));
}

export function objectIdentifier(oid: string): Uint8Array {
  const [root = 0n, second = 0n, ...rest] = oid.split('.').map(BigInt);
  const bytes = [root * 40n + second, ...rest].flatMap(base128);
  return der(tag.oid, Uint8Array.from(bytes));
}

export function octetString(bytes: Uint8Array): Uint8Array {
  return der(tag.octetString, bytes);
}

export function bitString(bytes: Uint8Array): Uint8Array {
  return der(tag.bitString, Uint8Array.of(0), bytes);
}

/** A named bit list: trailing zero bits left out, as DER demands. @spec X.690 11.2.2 */
export function bitPositions(positions: Iterable<number>): Uint8Array {
  const set = [...positions];
  if (set.length === 0) return der(tag.bitString, Uint8Array.of(0));
  const highest = Math.max(...set);
  const bytes = new Uint8Array((highest >> 3) + 1);
  for (const position of set) bytes[position >> 3] = (bytes[position >> 3] ?? 0) | (0x80 >> (position & 7));
  return der(tag.bitString, Uint8Array.of(7 - (highest & 7)), bytes);
}

export function nullValue(): Uint8Array {
  return der(tag.null);
}

export function utf8String(text: string): Uint8Array {
  return der(tag.utf8String, new TextEncoder().encode(text));
}

export function asciiString(text: string, tagByte: number): Uint8Array {
  return der(
    tagByte,
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
  );
}

/** A time as X.509 wants it: UTCTime until 2049, GeneralizedTime after. @spec RFC 5280 4.1.2.5 */
export function time(epoch: number): Uint8Array {
  const digits = timeDigits(epoch);
  const year = Number(digits.slice(0, 4));
  if (year < 1950 || year >= 2050) return asciiString(`${digits}Z`, tag.generalizedTime);
  return asciiString(`${digits.slice(2)}Z`, tag.utcTime);
}

/** GeneralizedTime in whole seconds, or with milliseconds where RFC 3161 allows them. */
export function generalizedTime(epoch: number, precision: 'seconds' | 'milliseconds' = 'seconds'): Uint8Array {
  const digits = timeDigits(epoch);
  if (precision === 'seconds') return asciiString(`${digits}Z`, tag.generalizedTime);
  const milliseconds = String(((epoch % 1000) + 1000) % 1000).padStart(3, '0');
  const fraction = `.${milliseconds}`.replace(/\.?0+$/, '');
  return asciiString(`${digits}${fraction}Z`, tag.generalizedTime);
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return joined(parts);
}

/** As `concat`, for as many parts as a file may hold: too many arguments would overflow the stack. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length >> 1 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function timeDigits(epoch: number): string {
  return new Date(epoch).toISOString().slice(0, 19).replaceAll(/[-T:]/g, '');
}

function headerOf(tagByte: number, length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(tagByte, length);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.of(tagByte, 0x80 | bytes.length, ...bytes);
}

function base128(arc: bigint): number[] {
  const bytes = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) bytes.unshift(Number(rest & 0x7fn) | 0x80);
  return bytes;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
