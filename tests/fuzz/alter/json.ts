import { type Draw, oneOf } from './numbers.ts';
import { alteredText } from './text.ts';

const odd: readonly unknown[] = [
  ...[null, true, 0, -1, 0.1, 1e308, 2 ** 53, '', 'x', 'Đ', '2026-02-30', 'A'.repeat(5000), [], {}, [[]]],
  ...['__proto__', 'constructor', '\u0000', '1e999', [null], { toString: 1 }],
];

/** JSON changed inside its values, so that it stays JSON; one time in three broken as text. */
export function alteredJson(input: Uint8Array, draw: Draw): Uint8Array {
  const text = new TextDecoder().decode(input);
  const value = draw(3) === 0 ? undefined : parsed(text);
  if (value === undefined) return new TextEncoder().encode(alteredText(text, draw));
  for (let changes = 1 + draw(3); changes > 0; changes -= 1) changeInside(value, draw);
  return new TextEncoder().encode(JSON.stringify(value));
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function changeInside(whole: object, draw: Draw): void {
  const inside: object = descend(whole, draw);
  const names = Object.keys(inside);
  const name = names.length === 0 ? 'x' : oneOf(names, draw);
  switch (draw(4)) {
    case 0:
      return void Reflect.deleteProperty(inside, name);
    case 1:
      return void Reflect.set(inside, `${name}${draw(3)}`, structuredClone(oneOf(odd, draw)));
    case 2:
      return void Reflect.set(inside, name, structuredClone(descend(whole, draw)));
    default:
      return void Reflect.set(inside, name, structuredClone(oneOf(odd, draw)));
  }
}

/** An object or array somewhere inside, or the whole. */
function descend(value: object, draw: Draw): object {
  const children = Object.values(value).filter((child): child is object => typeof child === 'object' && child !== null);
  return children.length === 0 || draw(3) === 0 ? value : descend(oneOf(children, draw), draw);
}
