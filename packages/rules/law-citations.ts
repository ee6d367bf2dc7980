/** One place in the code that cites one article. */
export interface Citation {
  readonly circular: string;
  /** "Đ9.2.a" */
  readonly article: string;
  readonly path: string;
  /** What the comment says of it, with the name it stands over. */
  readonly says: string;
}

/** Where documents stand that are cited without an article, or are neither circular nor decree. */
export const otherDocuments = 'Văn bản khác';

/** Every `@law` in doc comments, and every citation in strings of a file whose comments do not cite it. */
export function citationsIn(path: string, text: string): readonly Citation[] {
  const commented = [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\s*([^\n]*)/g)].flatMap(
    ([, comment = '', next = '']) => inComment({ path, comment, next }),
  );
  const cited = new Set(commented.map(({ circular, article }) => `${circular} ${article}`));
  const quoted = [...text.matchAll(/'(TT\d+\/\d+) (Đ[\da-zđ.]+)'/g)].map(([, circular = '', article = '']) => ({
    circular,
    article,
    path,
    says: 'dẫn trong lời giải thích',
  }));
  return distinct([...commented, ...quoted.filter(({ circular, article }) => !cited.has(`${circular} ${article}`))]);
}

function inComment({ path, comment, next }: { path: string; comment: string; next: string }): readonly Citation[] {
  const [words = '', law] = comment.split('@law');
  if (law === undefined) return [];
  const says = described(words, next);
  const [line = ''] = law.trim().split(/\s*\n/);
  let circular = '';
  return line
    .split(/[,;]/)
    .map((piece): Citation => {
      const [, named, article] = /^\s*(?:((?:TT|NĐ)\d+\/\d+)\s)?\s*(Đ\d[\da-zđ.]*)/.exec(piece) ?? [];
      if (named !== undefined) circular = named;
      if (article !== undefined && circular !== '')
        return { circular, article: article.replace(/\.$/, ''), path, says };
      return {
        circular: otherDocuments,
        article: (piece.split(': ')[0] ?? '').replaceAll('|', '/').trim(),
        path,
        says,
      };
    })
    .filter(({ article }) => /^(Đ|TT|NĐ|QĐ|KH|QCVN|Luật)/.test(article));
}

/** First sentence of the comment, and the name below it. */
function described(words: string, next: string): string {
  const flat = words
    .replaceAll(/\s*\n\s*\*\s?/g, ' ')
    .replaceAll(/\{@link (\w+)\}/g, '$1')
    .replaceAll('|', '/')
    .trim();
  const sentence = /^.*?[.:](?=\s|$)/.exec(flat)?.[0] ?? flat;
  const name = /(?:const|function|interface|type|readonly)\s+(\w+)/.exec(next)?.[1];
  return [name === undefined ? '' : `\`${name}\``, sentence.replace(/[.:]$/, '')]
    .filter((part) => part !== '')
    .join(' – ');
}

/** A code list and its type say the same over the same article: the first stands for both. */
function distinct(citations: readonly Citation[]): readonly Citation[] {
  const sentenceOf = ({ says }: Citation) => says.replace(/^`\w+`/, '');
  const keyOf = (citation: Citation) => `${citation.circular} ${citation.article} ${sentenceOf(citation)}`;
  return citations.filter(
    (citation, index) => citations.findIndex((other) => keyOf(other) === keyOf(citation)) === index,
  );
}
