import { SignatureError } from '../errors.ts';
import { hexDigit, isDigit, isRegular, isWhitespace } from './characters.ts';
import { defaultPdfLimits } from './pdf-limits.ts';
import { type PdfDictionary, type PdfNumber, type PdfReference, type PdfValue, pdfNull } from './pdf-value.ts';
import { sameValue } from './same-value.ts';
import { readHexString, readLiteralString } from './string-reader.ts';
import { latin1Text } from './text-bytes.ts';

/**
 * Reads values at a position, strictly: one reading only, where lenient readers differ. A key twice in a dictionary with
 * different values, an unknown word, a string without an end are refused. @spec ISO 32000-1 7.3
 */
export class ValueReader {
  readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  value(depth = 0): PdfValue {
    if (depth > defaultPdfLimits.depth)
      throw new SignatureError('pdf-too-large', `nested too deep at ${this.position}`);
    this.skipSpace();
    const byte = this.bytes[this.position];
    if (byte === 0x2f) return { kind: 'name', name: this.name() };
    if (byte === 0x28) return this.literalString();
    if (byte === 0x3c) return this.bytes[this.position + 1] === 0x3c ? this.dictionary(depth) : this.hexString();
    if (byte === 0x5b) return this.array(depth);
    if (isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e) return this.numberOrReference();
    return this.word();
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === 0x25) this.skipComment();
      else if (isWhitespace(byte)) this.position += 1;
      else return;
    }
  }

  /** Whether this keyword stands here as a whole word; steps over it if so. */
  accept(keyword: string): boolean {
    const { bytes, position } = this;
    for (let at = 0; at < keyword.length; at += 1) {
      if (bytes[position + at] !== keyword.charCodeAt(at)) return false;
    }
    if (isRegular(bytes[position + keyword.length])) return false;
    this.position = position + keyword.length;
    return true;
  }

  expect(keyword: string): void {
    if (!this.accept(keyword)) throw this.malformed(`${keyword} expected`);
  }

  /** A whole number without sign, at most ten digits. */
  naturalNumber(): number {
    const start = this.position;
    while (isDigit(this.bytes[this.position])) this.position += 1;
    const length = this.position - start;
    if (length === 0 || length > 10 || isRegular(this.bytes[this.position]))
      throw this.malformed('whole number expected');
    return Number(latin1Text(this.bytes.subarray(start, this.position)));
  }

  malformed(what: string): SignatureError {
    return new SignatureError('pdf-malformed', `${what} at byte ${this.position}`);
  }

  private skipComment(): void {
    while (this.position < this.bytes.length) {
      const byte = this.bytes[this.position];
      if (byte === 0x0a || byte === 0x0d) return;
      this.position += 1;
    }
  }

  private name(): string {
    this.position += 1;
    let name = '';
    for (let byte = this.bytes[this.position]; isRegular(byte); byte = this.bytes[this.position]) {
      if (byte === 0x23) {
        const high = hexDigit(this.bytes[this.position + 1]);
        const low = hexDigit(this.bytes[this.position + 2]);
        if (high < 0 || low < 0) throw this.malformed('name with a broken # escape');
        name += String.fromCharCode(high * 16 + low);
        this.position += 3;
      } else {
        name += String.fromCharCode(byte ?? 0);
        this.position += 1;
      }
    }
    return name;
  }

  private literalString(): PdfValue {
    const start = this.position;
    const { value, end } = readLiteralString(this.bytes, start);
    this.position = end;
    return { kind: 'string', bytes: value, hexadecimal: false, start, end };
  }

  private hexString(): PdfValue {
    const start = this.position;
    const { value, end } = readHexString(this.bytes, start);
    this.position = end;
    return { kind: 'string', bytes: value, hexadecimal: true, start, end };
  }

  private array(depth: number): PdfValue {
    const start = this.position;
    this.position += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.position] === 0x5d) {
        this.position += 1;
        return { kind: 'array', items, start, end: this.position };
      }
      items.push(this.value(depth + 1));
    }
  }

  private dictionary(depth: number): PdfDictionary {
    this.position += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      const byte = this.bytes[this.position];
      if (byte === 0x3e && this.bytes[this.position + 1] === 0x3e) {
        this.position += 2;
        return { kind: 'dictionary', entries };
      }
      if (byte !== 0x2f) throw this.malformed('dictionary key expected');
      const key = this.name();
      const value = this.value(depth + 1);
      const known = entries.get(key);
      if (known !== undefined && !sameValue(known, value)) throw this.malformed(`key /${key} twice in one dictionary`);
      entries.set(key, value);
    }
  }

  private numberOrReference(): PdfNumber | PdfReference {
    const natural = this.shortNatural();
    if (natural === undefined) return this.number();
    const afterNumber = this.position;
    const reference = this.generationAndR(natural);
    if (reference !== undefined) return reference;
    this.position = afterNumber;
    return { kind: 'number', value: natural, text: String(natural) };
  }

  /** The commonest kind of number, without building its text; undefined and nothing read for any other. */
  private shortNatural(): number | undefined {
    const { bytes } = this;
    let position = this.position;
    let value = 0;
    for (let byte = bytes[position]; isDigit(byte); byte = bytes[position]) {
      value = value * 10 + byte - 0x30;
      position += 1;
    }
    const length = position - this.position;
    const leadingZero = bytes[this.position] === 0x30 && length > 1;
    if (length === 0 || length > 10 || leadingZero || isRegular(bytes[position])) return undefined;
    this.position = position;
    return value;
  }

  private generationAndR(number: number): PdfReference | undefined {
    if (!isWhitespace(this.bytes[this.position])) return undefined;
    this.skipSpace();
    const generation = this.shortNatural();
    if (generation === undefined || generation > 65_535 || !isWhitespace(this.bytes[this.position])) return undefined;
    this.skipSpace();
    return this.accept('R') ? { kind: 'reference', number, generation } : undefined;
  }

  private number(): PdfNumber {
    const start = this.position;
    while (isRegular(this.bytes[this.position])) this.position += 1;
    const text = latin1Text(this.bytes.subarray(start, this.position));
    if (!/^[+-]?(\d{1,18}\.?\d{0,18}|\.\d{1,18})$/.test(text)) throw this.malformed('number expected');
    return { kind: 'number', value: Number(text), text };
  }

  private word(): PdfValue {
    if (this.accept('null')) return pdfNull;
    if (this.accept('true')) return { kind: 'boolean', value: true };
    if (this.accept('false')) return { kind: 'boolean', value: false };
    throw this.malformed('value expected');
  }
}
