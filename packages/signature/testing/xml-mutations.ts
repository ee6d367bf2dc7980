import { mutated } from './mutations.ts';

type Draw = (below: number) => number;

const elements = /<([\w:]+)(?: [^>]*)?>(?:(?!<\1[ >]).)*?<\/\1>/gs;
const scraps = [
  '<!-- x -->',
  '<?x y?>',
  '<![CDATA[<x>]]>',
  '&amp;',
  '&#0;',
  '&#x1F600;',
  '&x;',
  '<x Id="kq"></x>',
  ' Id="tt"',
  ' xmlns=""',
  ' xmlns:ds="urn:x"',
  '\r\n',
  '\u2028',
  '\ufeff',
  ']]>',
  '<!DOCTYPE x>',
  '<ds:Signature></ds:Signature>',
  '<ds:Object></ds:Object>',
];

/** XML changed as attackers and bad tools change it: elements gone, doubled or moved, scraps put in, bytes broken. */
export function mutatedXml(input: Uint8Array, next: Draw): Uint8Array {
  if (next(3) === 0) return mutated(input, next);
  let text = new TextDecoder().decode(input);
  for (let changes = 1 + next(3); changes > 0; changes -= 1) text = changedOnce(text, next);
  return new TextEncoder().encode(text);
}

function changedOnce(text: string, next: Draw): string {
  const found = [...text.matchAll(elements)];
  const element = found[next(Math.max(1, found.length))];
  const scrap = scraps[next(scraps.length)] ?? '';
  const gap = pickGap(text, next);
  if (element === undefined) return text.slice(0, gap) + scrap + text.slice(gap);
  const { 0: whole, index } = element;
  switch (next(4)) {
    case 0:
      return text.slice(0, index) + text.slice(index + whole.length);
    case 1:
      return text.slice(0, index) + whole + text.slice(index);
    case 2: {
      const rest = text.slice(0, index) + text.slice(index + whole.length);
      const to = pickGap(rest, next);
      return rest.slice(0, to) + whole + rest.slice(to);
    }
    default:
      return text.slice(0, gap) + scrap + text.slice(gap);
  }
}

/** Mostly beside tags, where things are well-formed. */
function pickGap(text: string, next: Draw): number {
  const at = next(Math.max(1, text.length));
  const tag = text.indexOf('<', at);
  return next(4) === 0 || tag < 0 ? at : tag;
}
