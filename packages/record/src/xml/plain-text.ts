/**
 * Characters no record may hold: controls (TAB and LF aside), CR and the Unicode line ends, which parsers and
 * editors rewrite; invisible and direction-changing characters, by which two readers see different text;
 * non-characters and halves of surrogate pairs. @spec XML 1.0 2.2, C14N 1.1 2.3
 */
const UNFRIENDLY = /[\p{Cs}\p{Noncharacter_Code_Point}\p{Cf}\p{Zl}\p{Zp}[\p{Cc}--[\t\n]]]/v;
const INVISIBLE = /[\p{Cf}\p{Noncharacter_Code_Point}[\p{Cc}--[\t\n]]]/gv;

/** The first character of `text` that a record may not hold, as `U+202E`; undefined when there is none. */
export function findUnfriendlyCharacter(text: string): string | undefined {
  const found = UNFRIENDLY.exec(text)?.[0].codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * What typed, pasted or imported text becomes before it enters a record: NFC, line ends as LF, invisible and control
 * characters dropped, no blanks at the ends. The result is always friendly, except for broken surrogates.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/\r\n|[\r\u0085\u2028\u2029]/gu, '\n')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .trim();
}

/** Text of an element in canonical form. @spec C14N 1.1 2.3 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
