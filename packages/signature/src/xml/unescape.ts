const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x9;': '\t',
  '&#xA;': '\n',
  '&#xD;': '\r',
};

/** The text that canonical XML writes so; undefined where it would write it otherwise. @spec Canonical XML 1.0 2.3 */
export function plainText(written: string): string | undefined {
  if (written.includes('>')) return undefined;
  return written.includes('&') ? unescaped(written, /&(?:amp|lt|gt|#xD);|&/g) : written;
}

/** The same for the value of an attribute, without its quotes. */
export function plainAttribute(written: string): string | undefined {
  if (/[<\t\n]/.test(written)) return undefined;
  return written.includes('&') ? unescaped(written, /&(?:amp|lt|quot|#x9|#xA|#xD);|&/g) : written;
}

function unescaped(written: string, references: RegExp): string | undefined {
  let canonical = true;
  const text = written.replace(references, (reference) => {
    const character = characters[reference];
    if (character === undefined) canonical = false;
    return character ?? '';
  });
  return canonical ? text : undefined;
}
