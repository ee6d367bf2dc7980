import { SignatureError } from '../errors.ts';
import type { PdfString, PdfValue } from './pdf-value.ts';
import { latin1Bytes, latin1Text } from './text-bytes.ts';

/** A value as PDF syntax, one character a byte. Streams are written by the update that holds them. */
export function valueText(value: PdfValue): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'number':
      return value.text;
    case 'name':
      return nameText(value.name);
    case 'string':
      return stringText(value);
    case 'reference':
      return `${value.number} ${value.generation} R`;
    case 'array':
      return `[${value.items.map(valueText).join(' ')}]`;
    case 'dictionary':
      return `<< ${[...value.entries].map(([key, entry]) => `${nameText(key)} ${valueText(entry)}`).join(' ')} >>`;
    case 'stream':
      throw new SignatureError('pdf-unsupported', 'a stream stands only as an object of its own');
  }
}

export function hexText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexOfByte[byte];
  return text;
}

const hexOfByte: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function nameText(name: string): string {
  return `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => `#${hexText(latin1Bytes(character))}`)}`;
}

function stringText({ bytes, hexadecimal }: PdfString): string {
  const plain = !hexadecimal && bytes.every((byte) => byte >= 0x20 && byte <= 0x7e);
  if (!plain) return `<${hexText(bytes)}>`;
  return `(${latin1Text(bytes).replace(/[()\\]/g, '\\$&')})`;
}
