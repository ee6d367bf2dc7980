/** Base64 in one line, as every value in a signature is written. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x2000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return btoa(binary);
}

const inOneLine = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The bytes, or undefined for anything but the one way to write them: no stray characters, no stray bits. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text === '' || !inOneLine.test(text)) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return text.endsWith('=') && encodeBase64(bytes.subarray(bytes.length - (bytes.length % 3))) !== text.slice(-4)
    ? undefined
    : bytes;
}
