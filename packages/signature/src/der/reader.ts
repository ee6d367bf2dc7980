import { SignatureError } from '../errors.ts';
import { tag } from './tags.ts';

/** One value of a DER file. `bytes` are the file's own, so that a digest or signature is checked over what was sent. */
export interface DerValue {
  readonly tag: number;
  /** Tag, length and content. */
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
}

/**
 * Reads one value that fills the input. DER only: definite and shortest lengths, no tag above 30, nothing behind the
 * end. Throws `der-malformed`.
 */
export function readDer(bytes: Uint8Array): DerValue {
  const value = readValueAt(bytes, 0);
  if (value.bytes.length !== bytes.length) throw malformed('bytes behind the end');
  return value;
}

/** The first value of the input and nothing about what follows: a PDF pads the hole behind its CMS with zeros. */
export function readFirstDer(bytes: Uint8Array): DerValue {
  return readValueAt(bytes, 0);
}

/** What a constructed value holds, in order. Throws `der-malformed`. */
export function childrenOf(value: DerValue, expectedTag: number = tag.sequence): readonly DerValue[] {
  expectTag(value, expectedTag);
  const children: DerValue[] = [];
  let offset = 0;
  while (offset < value.content.length) {
    const child = readValueAt(value.content, offset);
    children.push(child);
    offset += child.bytes.length;
  }
  return children;
}

/** Walks the members of a SEQUENCE in order; `end` refuses what nobody asked for. */
export class DerMembers {
  readonly #members: readonly DerValue[];
  #next = 0;

  constructor(value: DerValue, expectedTag: number = tag.sequence) {
    this.#members = childrenOf(value, expectedTag);
  }

  /** The next member, of the tag when one is given. Throws `der-malformed`. */
  take(expectedTag?: number): DerValue {
    const member = this.#members[this.#next];
    if (member === undefined) throw malformed('a member is missing');
    if (expectedTag !== undefined) expectTag(member, expectedTag);
    this.#next += 1;
    return member;
  }

  /** The next member if it has one of these tags. */
  takeIf(...tags: readonly number[]): DerValue | undefined {
    const member = this.#members[this.#next];
    if (member === undefined || !tags.includes(member.tag)) return undefined;
    this.#next += 1;
    return member;
  }

  get isAtEnd(): boolean {
    return this.#next === this.#members.length;
  }

  end(): void {
    if (!this.isAtEnd) throw malformed('a member too many');
  }
}

/** The value inside an explicit `[n]`. */
export function insideExplicit(value: DerValue): DerValue {
  return readDer(value.content);
}

/** The same content under another tag: an implicit `[n]` read as what it stands for. */
export function retagged(value: DerValue, newTag: number): DerValue {
  const bytes = value.bytes.slice();
  bytes[0] = newTag;
  return { tag: newTag, bytes, content: value.content };
}

export function expectTag(value: DerValue, expected: number): void {
  if (value.tag !== expected) {
    throw malformed(`tag ${value.tag.toString(16)} where ${expected.toString(16)} must be`);
  }
}

export function malformed(detail: string): SignatureError {
  return new SignatureError('der-malformed', detail);
}

function readValueAt(bytes: Uint8Array, offset: number): DerValue {
  const first = bytes[offset];
  const lengthByte = bytes[offset + 1];
  if (first === undefined || lengthByte === undefined) throw malformed('cut off');
  if ((first & 0x1f) === 0x1f) throw malformed('tag above 30');
  const { length, headerLength } = readLength(bytes, offset + 1, lengthByte);
  const start = offset + headerLength;
  if (start + length > bytes.length) throw malformed('cut off');
  return {
    tag: first,
    bytes: bytes.subarray(offset, start + length),
    content: bytes.subarray(start, start + length),
  };
}

function readLength(bytes: Uint8Array, at: number, first: number): { length: number; headerLength: number } {
  if (first < 0x80) return { length: first, headerLength: 2 };
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw malformed('indefinite or oversized length');
  let length = 0;
  for (let i = 1; i <= count; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) throw malformed('cut off');
    length = length * 256 + byte;
  }
  const shortest = length < 0x80 ? 0 : Math.ceil((32 - Math.clz32(length)) / 8);
  if (shortest !== count) throw malformed('length not in its shortest form');
  return { length, headerLength: 2 + count };
}
