/** Draws whole numbers below `limit`. */
export type Draw = (limit: number) => number;

/** A repeatable source of numbers. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (limit) => {
    // xorshift, as in Marsaglia 2003; never zero
    state = state === 0 ? 2_463_534_242 : state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

const fragments = [
  ...['<', '>', '&', '"', '/', ']]>', '<!--', '-->', '<![CDATA[', '<?x?>', '&#51;', '&amp;', 'xmlns=""', ' Id="tt"'],
  ...['<MonHoc Id="mh-1">', '</MonHoc>', '<x/>', '\u0000', '\u202e', '\ufeff', 'e\u0301', '\ud800', '\n', '\t', ' '],
  ...['9'.repeat(40), '-1', '1e9', '10.5', 'NaN', '2026-02-30', 'Đ', 'A'.repeat(600)],
];

/** `text` with one to four things done to it: cut, doubled, moved, replaced or inserted at drawn places. */
export function mutate(text: string, draw: Draw): string {
  let mutated = text;
  for (let rest = 1 + draw(4); rest > 0; rest -= 1) mutated = mutateOnce(mutated, draw);
  return mutated;
}

function mutateOnce(text: string, draw: Draw): string {
  const from = draw(text.length + 1);
  const to = Math.min(text.length, from + draw(draw(4) === 0 ? 400 : 12));
  const piece = text.slice(from, to);
  const fragment = fragments[draw(fragments.length)] ?? '';
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

/** As {@link mutate}, but in whole elements, so that the file stays well-formed and the reader is reached. */
export function mutateElements(xml: string, draw: Draw): string {
  const elements = [...xml.matchAll(/<(\w+)(?: [^>]*)?>[^<]*<\/\1>/g)];
  let mutated = xml;
  for (let rest = 1 + draw(3); rest > 0; rest -= 1) {
    const [element = '', name = ''] = elements[draw(elements.length)] ?? [];
    const [other = ''] = elements[draw(elements.length)] ?? [];
    const text = (fragments[draw(fragments.length)] ?? '').replaceAll(/[<>&\0\ud800]/g, 'x');
    const replacements = ['', element + element, other, other + element, `<${name}>${text}</${name}>`];
    mutated = mutated.replace(element, () => replacements[draw(replacements.length)] ?? '');
  }
  return mutated;
}
