import { readdirSync, readFileSync } from 'node:fs';

/** One row of a case table: Vietnamese column head → cell text. */
export interface CaseRow {
  readonly file: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Reads every table row of the Markdown files in a folder, in order of file name and line. */
export function readTables(folder: URL): readonly CaseRow[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .flatMap((file) => rowsOf(file, readFileSync(new URL(file, folder), 'utf8').normalize('NFC')));
}

function rowsOf(file: string, text: string): readonly CaseRow[] {
  let heads: readonly string[] = [];
  const rows: CaseRow[] = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) {
      heads = [];
      continue;
    }
    const cells = line
      .slice(1, line.trimEnd().lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim());
    if (heads.length === 0) heads = cells;
    else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) rows.push({ file, cells: named(file, heads, cells) });
  }
  return rows;
}

function named(file: string, heads: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  if (heads.length !== cells.length)
    throw new Error(`${file}: dòng có ${cells.length} ô thay vì ${heads.length}: ${cells.join(' | ')}`);
  return Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? '']));
}

/** "Toán = 4; mọi bài = 5" → [["Toán", "4"], ["mọi bài", "5"]]; an entry without "=" gets an empty value. */
export function entries(cell: string): readonly (readonly [string, string])[] {
  return listed(cell).map((entry) => {
    const [name = '', ...value] = entry.split('=');
    return [name.trim(), value.join('=').trim()] as const;
  });
}

/** The parts of a cell between semicolons; none for "" and "–". */
export function listed(cell: string): readonly string[] {
  return cell === '–'
    ? []
    : cell
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');
}
