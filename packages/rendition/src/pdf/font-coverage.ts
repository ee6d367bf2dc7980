import { loadFonts } from './fonts.ts';

interface Range {
  readonly first: number;
  readonly last: number;
}

let covered: readonly (readonly Range[])[] | undefined;

/**
 * The characters of `text` that no rendition can show, each once: to be refused when they are typed or imported,
 * long before anything is signed. Empty for everything Vietnamese and the languages of its ethnic groups.
 */
export function unprintableCharacters(text: string): string[] {
  covered ??= loadFonts().map(coverage);
  const faces = covered;
  const isPrintable = (code: number) =>
    faces.every((ranges) => ranges.some(({ first, last }) => code >= first && code <= last));
  return [...new Set(text)].filter(
    (character) => !/\s/u.test(character) && !isPrintable(character.codePointAt(0) ?? 0),
  );
}

/** Code points a font has glyphs for. @spec ISO/IEC 14496-22 5.2.1, cmap formats 4 and 12 */
function coverage(font: Buffer): Range[] {
  const table = tableOffset(font, 'cmap');
  const count = font.readUInt16BE(table + 2);
  const subtables = Array.from({ length: count }, (_, index) => table + font.readUInt32BE(table + 4 + 8 * index + 4));
  return subtables.flatMap((offset) => {
    const format = font.readUInt16BE(offset);
    if (format === 12) return segmentedCoverage(font, offset);
    return format === 4 ? basicPlane(font, offset) : [];
  });
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`font without table ${tag}`);
}

function segmentedCoverage(font: Buffer, offset: number): Range[] {
  const groups = font.readUInt32BE(offset + 12);
  return Array.from({ length: groups }, (_, index) => ({
    first: font.readUInt32BE(offset + 16 + 12 * index),
    last: font.readUInt32BE(offset + 16 + 12 * index + 4),
  }));
}

function basicPlane(font: Buffer, offset: number): Range[] {
  const segments = font.readUInt16BE(offset + 6) / 2;
  const ranges = Array.from({ length: segments }, (_, index) => ({
    first: font.readUInt16BE(offset + 16 + 2 * segments + 2 * index),
    last: font.readUInt16BE(offset + 14 + 2 * index),
  }));
  return ranges.filter(({ first }) => first !== 0xffff);
}
