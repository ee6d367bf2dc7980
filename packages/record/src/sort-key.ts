const marks = new Map([
  ['\u0300', '1'],
  ['\u0309', '2'],
  ['\u0303', '3'],
  ['\u0301', '4'],
  ['\u0323', '5'],
]);
/** Breve, circumflex and horn make letters, not tones: ă after a, â after ă, ơ after ô. */
const letters = new Map([
  ['a\u0306', 'a~'],
  ['a\u0302', 'a~~'],
  ['e\u0302', 'e~'],
  ['o\u0302', 'o~'],
  ['o\u031b', 'o~~'],
  ['u\u031b', 'u~'],
]);

/**
 * Khoá sắp xếp họ tên: given name first, then family name, then the names between; Vietnamese alphabet, then tones
 * (ngang, huyền, hỏi, ngã, sắc, nặng). ASCII, to be compared byte by byte (collation `C`).
 */
export function vietnameseSortKey(fullName: string): string {
  const words = fullName.normalize('NFC').trim().split(/\s+/u);
  const given = words.at(-1) ?? '';
  return [given, ...words.slice(0, -1)].map(wordKey).join(' ');
}

function wordKey(word: string): string {
  let key = '';
  let tones = '';
  for (const letter of word.toLowerCase()) {
    const { base, tone } = split(letter);
    key += base;
    tones += tone;
  }
  return `${key} ${tones || '0'}`;
}

function split(letter: string): { readonly base: string; readonly tone: string } {
  if (letter === 'đ') return { base: 'd~', tone: '' };
  const parts = [...letter.normalize('NFD')];
  const tone = parts.map((part) => marks.get(part) ?? '').join('');
  const bare = parts.filter((part) => !marks.has(part)).join('');
  const base = letters.get(bare) ?? bare.replace(/[^0-9a-z]/gu, '');
  return { base, tone };
}
