/** Markup that is safe to send: every text put into it was escaped. */
export interface Html {
  readonly markup: string;
}

type Piece = Html | string | number | null | readonly Html[];

/** Template for markup; whatever is put in is text unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { markup: strings.reduce((whole, part, index) => whole + written(pieces[index - 1] ?? null) + part) };
}

function written(piece: Piece): string {
  if (piece === null) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  if ('markup' in piece) return piece.markup;
  return piece.map((each) => each.markup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
