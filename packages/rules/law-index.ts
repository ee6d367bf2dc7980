/**
 * Writes docs/law/: article → file → cases, from the `@law` citations in the code and from running the cases.
 * Run: node packages/rules/law-index.ts
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ConditionCases } from './cases/condition-cases.ts';
import { secondaryConditionCases, secondaryProblemCases } from './cases/tt22-2021/condition-cases.ts';
import { primaryConditionCases, primaryProblemCases } from './cases/tt27-2020/condition-cases.ts';
import { type Citation, citationsIn, otherDocuments } from './law-citations.ts';

const root = new URL('../../', import.meta.url);
const scanned = ['packages/record/src/', 'packages/rules/src/'];

/** File name under docs/law/ → content, as it must be. */
export function lawIndex(): ReadonlyMap<string, string> {
  const citations = scanned.flatMap((folder) => sourcesIn(folder).flatMap((path) => citationsIn(path, textOf(path))));
  const circulars = [...new Set(citations.map(({ circular }) => circular))].sort();
  const pages = circulars.map((circular): [string, string] => [pageOf(circular), page(circular, citations)]);
  return new Map([['README.md', overview(circulars)], ...pages]);
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .sort();
}

function textOf(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** "TT27/2020" → "tt27-2020.md" */
function pageOf(circular: string): string {
  if (circular === otherDocuments) return 'other-documents.md';
  return `${circular.toLowerCase().replace('nđ', 'nd').replace('/', '-')}.md`;
}

function overview(circulars: readonly string[]): string {
  return [
    '# Từ điều luật đến mã nguồn',
    '',
    'Mỗi trang là một thông tư: điều, khoản nào nằm ở tệp nào, điều kiện nào được thử bằng tình huống nào.',
    'Viết bằng `node packages/rules/law-index.ts` từ các dẫn chiếu `@law` trong mã nguồn; một phép thử giữ cho trang không cũ đi.',
    '',
    ...circulars.map((circular) => `- [${circular}](${pageOf(circular)})`),
    '',
  ].join('\n');
}

function page(circular: string, citations: readonly Citation[]): string {
  const own = citations.filter((citation) => citation.circular === circular);
  return [
    `# ${circular}`,
    '',
    '## Điều khoản',
    '',
    '| Điều | Ở đâu | Nói gì |',
    '|---|---|---|',
    ...own
      .toSorted(byArticle)
      .map(({ article, path, says }) => `| ${article} | [${shortened(path)}](../../${path}) | ${says} |`),
    '',
    ...(caseTables[circular]?.() ?? []),
  ].join('\n');
}

const caseTables: Readonly<Record<string, () => readonly string[]>> = {
  'TT27/2020': () => tables('tt27-2020', primaryConditionCases(), primaryProblemCases()),
  'TT22/2021': () => tables('tt22-2021', secondaryConditionCases(), secondaryProblemCases()),
};

function tables(
  folder: string,
  conditions: readonly ConditionCases[],
  problems: readonly ConditionCases[],
): readonly string[] {
  return [
    '## Điều kiện',
    '',
    '| Tên trong mã | Điều | Nội dung | Tình huống đủ | Tình huống chỉ thiếu riêng |',
    '|---|---|---|---|---|',
    ...conditions.map(
      ({ id, law, asks, pass, failAlone }) =>
        `| \`${id}\` | ${articleOf(law)} | ${asks} | ${some(pass)} | ${some(failAlone)} |`,
    ),
    '',
    '## Lỗi và nhắc về dữ liệu',
    '',
    '| Mã lỗi | Căn cứ | Lỗi hay nhắc | Tình huống chỉ có riêng lỗi này |',
    '|---|---|---|---|',
    ...problems.map(({ id, law, asks, failAlone }) => `| \`${id}\` | ${law} | ${asks} | ${some(failAlone)} |`),
    '',
    `Các bảng tình huống: [packages/rules/cases/${folder}](../../packages/rules/cases/${folder}/README.md).`,
    '',
  ];
}

function articleOf(law: string): string {
  return law.replace(/^TT\S+ /, '');
}

function some(codes: readonly string[]): string {
  const shown = codes.slice(0, 4).join(', ');
  return codes.length > 4 ? `${shown} … (${codes.length})` : shown || '–';
}

function shortened(path: string): string {
  return path.replace(/^packages\/(\w+)\/src\//, '$1/');
}

/** Đ2 before Đ11, Đ7.1.b before Đ7.1.d, then by file. */
function byArticle(a: Citation, b: Citation): number {
  const order = a.article.localeCompare(b.article, 'vi', { numeric: true });
  return order === 0 ? a.path.localeCompare(b.path) || a.says.localeCompare(b.says) : order;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('docs/law/', root);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of lawIndex()) writeFileSync(new URL(name, folder), content);
}
