/** Turns rising character positions of a decoded file into byte positions, in one pass over it. */
export class BytePositions {
  readonly #text: string;
  readonly #ascii: boolean;
  #character = 0;
  #byte = 0;

  constructor(text: string, byteLength: number) {
    this.#text = text;
    this.#ascii = text.length === byteLength;
  }

  /** `character` must not be smaller than in the call before. */
  byteOf(character: number): number {
    if (this.#ascii) return character;
    for (; this.#character < character; this.#character += 1) {
      this.#byte += utf8Length(this.#text.charCodeAt(this.#character));
    }
    return this.#byte;
  }
}

/** A surrogate counts half of its pair's four bytes. */
function utf8Length(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  return unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
}
