import { type Draw, oneOf } from './numbers.ts';

const fragments = [
  ...['<', '>', '&', '"', '/', ']]>', '<!--', '-->', '<![CDATA[', '<?x?>', '&#51;', '&amp;', 'xmlns=""', ' Id="tt"'],
  ...['<MonHoc Id="mh-1">', '</MonHoc>', '<x/>', '\u0000', '\u202e', '\ufeff', 'e\u0301', '\ud800', '\n', '\t', ' '],
  ...['9'.repeat(40), '-1', '1e9', '10.5', 'NaN', '2026-02-30', 'Đ', 'A'.repeat(600)],
];

/** `text` with one to four things done to it: cut, doubled, moved, replaced or inserted at drawn places. */
export function alteredText(text: string, draw: Draw): string {
  let altered = text;
  for (let rest = 1 + draw(4); rest > 0; rest -= 1) altered = changedOnce(altered, draw);
  return altered;
}

function changedOnce(text: string, draw: Draw): string {
  const from = draw(text.length + 1);
  const to = Math.min(text.length, from + draw(draw(4) === 0 ? 400 : 12));
  const piece = text.slice(from, to);
  const fragment = oneOf(fragments, draw);
  const elsewhere = draw(text.length + 1);
  switch (draw(5)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      return text.slice(0, to) + piece + text.slice(to);
    case 2:
      return text.slice(0, from) + fragment + text.slice(to);
    case 3:
      return text.slice(0, elsewhere) + piece + text.slice(elsewhere);
    default:
      return text.slice(0, from) + fragment + text.slice(from);
  }
}

/** As {@link alteredText}, but in whole elements, so that the file stays well-formed and the reader is reached. */
export function alteredElements(xml: string, draw: Draw): string {
  const elements = [...xml.matchAll(/<(\w+)(?: [^>]*)?>[^<]*<\/\1>/g)];
  let altered = xml;
  for (let rest = 1 + draw(3); rest > 0; rest -= 1) {
    const [element = '', name = ''] = elements[draw(elements.length)] ?? [];
    const [other = ''] = elements[draw(elements.length)] ?? [];
    const text = oneOf(fragments, draw).replaceAll(/[<>&\0\ud800]/g, 'x');
    const replacements = ['', element + element, other, other + element, `<${name}>${text}</${name}>`];
    altered = altered.replace(element, () => replacements[draw(replacements.length)] ?? '');
  }
  return altered;
}
