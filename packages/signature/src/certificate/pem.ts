import { SignatureError } from '../errors.ts';

const block = /-----BEGIN ([A-Z0-9 ]+)-----\s+([A-Za-z0-9+/=\s]*?)-----END \1-----/g;

/** The DER of every block with this label, in order; text between blocks is skipped. Throws `pem-malformed`. */
export function decodePem(text: string, label = 'CERTIFICATE'): readonly Uint8Array[] {
  const found = [...text.matchAll(block)].filter((match) => match[1] === label);
  if (found.length === 0) throw new SignatureError('pem-malformed', `no block ${label}`);
  return found.map((match) => decodeBase64((match[2] ?? '').replaceAll(/\s/g, '')));
}

export function encodePem(der: Uint8Array, label = 'CERTIFICATE'): string {
  const base64 = btoa(Array.from(der, (byte) => String.fromCharCode(byte)).join(''));
  const lines = base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

function decodeBase64(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw new SignatureError('pem-malformed', 'not base64');
  }
}
