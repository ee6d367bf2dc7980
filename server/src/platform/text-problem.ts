import { findUnfriendlyCharacter } from '@hocba/record';
import { unprintableCharacters } from '@hocba/rendition';

/**
 * Why a record cannot carry this text, as the end of a sentence that begins with the field's name; null when it can.
 * Asked when text is entered or imported, long before anybody signs.
 */
export function textProblem(text: string): string | null {
  const unfriendly = findUnfriendlyCharacter(text);
  if (unfriendly !== undefined) return `chứa ký tự ẩn hoặc ký tự hỏng (${unfriendly}). Hãy gõ lại nội dung.`;
  const unprintable = unprintableCharacters(text);
  if (unprintable.length === 0) return null;
  const named = unprintable.slice(0, 5).map((character) => `“${character}” (${codePoint(character)})`);
  return `chứa ký tự không in được vào học bạ: ${named.join(', ')}. Hãy xoá hoặc thay các ký tự này.`;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
