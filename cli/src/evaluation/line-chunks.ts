/** Whole lines of the input, many at a time. */
export interface LineChunk {
  /** Number of the first line, from 1. */
  readonly firstLine: number;
  /** UTF-8, each line with its end; empty for the one line that is too long to be read. */
  readonly bytes: Uint8Array;
  readonly tooLong: boolean;
}

/** Longer than any pupil-year; a line beyond it is skipped, so that memory stays flat whatever comes. */
export const longestLine = 1 << 20;
const lineEnd = 10;

export async function* lineChunks(source: AsyncIterable<Uint8Array>): AsyncGenerator<LineChunk, void, undefined> {
  let rest = new Uint8Array();
  let firstLine = 1;
  let skipping = false;
  for await (const piece of source) {
    const block = skipping ? afterLineEnd(piece) : joined(rest, piece);
    rest = new Uint8Array();
    if (block === undefined) continue;
    skipping = false;
    const end = block.lastIndexOf(lineEnd) + 1;
    if (end > 0) {
      const bytes = block.slice(0, end);
      yield { firstLine, bytes, tooLong: false };
      firstLine += linesIn(bytes);
    }
    rest = block.slice(end);
    if (rest.length <= longestLine) continue;
    yield { firstLine, bytes: new Uint8Array(), tooLong: true };
    firstLine += 1;
    rest = new Uint8Array();
    skipping = true;
  }
  if (rest.length > 0) yield { firstLine, bytes: rest, tooLong: false };
}

function afterLineEnd(piece: Uint8Array): Uint8Array | undefined {
  const end = piece.indexOf(lineEnd);
  return end === -1 ? undefined : piece.subarray(end + 1);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function linesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineEnd); at !== -1; at = bytes.indexOf(lineEnd, at + 1)) count += 1;
  return count;
}
