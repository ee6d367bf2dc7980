const inText = /[&<>\r]/;
const inAttribute = /[&<"\t\n\r]/;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/** Character data as canonical XML writes it. @spec Canonical XML 1.0 2.3 */
export function escapeText(text: string): string {
  return inText.test(text) ? text.replace(/[&<>\r]/g, (character) => references[character] ?? character) : text;
}

/** An attribute value as canonical XML writes it, without its quotes. @spec Canonical XML 1.0 2.3 */
export function escapeAttribute(value: string): string {
  return inAttribute.test(value)
    ? value.replace(/[&<"\t\n\r]/g, (character) => references[character] ?? character)
    : value;
}
