/** Turns character positions of a decoded file into byte positions, in any order: only what is not ASCII is kept. */
export class SparsePositions {
  /** Positions of the code units above ASCII, rising, and how many bytes beyond one each all up to there take. */
  readonly #places: readonly number[];
  readonly #beyond: readonly number[];

  private constructor(places: readonly number[], beyond: readonly number[]) {
    this.#places = places;
    this.#beyond = beyond;
  }

  /** Undefined where the text has characters XML forbids or line breaks an XML reader would change. */
  static of(text: string): SparsePositions | undefined {
    const places: number[] = [];
    const beyond: number[] = [];
    let sum = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < 0x20) {
        if (unit !== 0x0a && unit !== 0x09) return undefined;
      } else if (unit >= 0x80) {
        if (unit >= 0xfffe) return undefined;
        // A surrogate counts half of its pair's four bytes.
        sum += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
        places.push(at);
        beyond.push(sum);
      }
    }
    return new SparsePositions(places, beyond);
  }

  byteOf(character: number): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] ?? 0) < character) low = middle + 1;
      else high = middle;
    }
    return character + (this.#beyond[low - 1] ?? 0);
  }
}
