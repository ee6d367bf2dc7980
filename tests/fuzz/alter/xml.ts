import { alteredBytes } from './bytes.ts';
import { type Draw, oneOf } from './numbers.ts';

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
export function alteredXml(input: Uint8Array, draw: Draw): Uint8Array {
  if (draw(3) === 0) return alteredBytes(input, draw);
  let text = new TextDecoder().decode(input);
  for (let changes = 1 + draw(3); changes > 0; changes -= 1) text = changedOnce(text, draw);
  return new TextEncoder().encode(text);
}

function changedOnce(text: string, draw: Draw): string {
  const found = [...text.matchAll(elements)];
  const element = found[draw(found.length)];
  const scrap = oneOf(scraps, draw);
  const gap = pickGap(text, draw);
  if (element === undefined) return text.slice(0, gap) + scrap + text.slice(gap);
  const { 0: whole, index } = element;
  switch (draw(4)) {
    case 0:
      return text.slice(0, index) + text.slice(index + whole.length);
    case 1:
      return text.slice(0, index) + whole + text.slice(index);
    case 2: {
      const rest = text.slice(0, index) + text.slice(index + whole.length);
      const to = pickGap(rest, draw);
      return rest.slice(0, to) + whole + rest.slice(to);
    }
    default:
      return text.slice(0, gap) + scrap + text.slice(gap);
  }
}

/** Mostly beside tags, where things are well-formed. */
function pickGap(text: string, draw: Draw): number {
  const at = draw(text.length);
  const tag = text.indexOf('<', at);
  return draw(4) === 0 || tag < 0 ? at : tag;
}
