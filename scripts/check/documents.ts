import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from './finding.ts';
import { lineAt, root, type TextFile } from './source-tree.ts';

/** Folders of the machines this was written on; joined so that this file does not contain them. */
const MACHINE_PATHS = ['work', 'root', 'tmp/hocba', 'home/[a-z]+'].map(
  (folder) => new RegExp(`(?<![\\w.$}~-])/${folder}/`, 'g'),
);

/** Links in Markdown lead somewhere; no file names a folder of somebody's machine. */
export function checkDocuments(tree: readonly TextFile[]): Finding[] {
  const documents = tree.filter(({ path }) => path.endsWith('.md'));
  return [...documents.flatMap((document) => deadLinks(document, documents)), ...tree.flatMap(machinePaths)];
}

function deadLinks({ path, text }: TextFile, documents: readonly TextFile[]): Finding[] {
  const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, (code) => code.replace(/[^\n]/g, ' '));
  return [...prose.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)].flatMap((match) => {
    const reason = whyDead(match[1] ?? '', path, documents);
    return reason === undefined
      ? []
      : [{ file: path, line: lineAt(text, match.index), sentence: `dead link ${match[1]}: ${reason}` }];
  });
}

function whyDead(link: string, from: string, documents: readonly TextFile[]): string | undefined {
  if (/^[a-z+]+:/.test(link)) return undefined;
  const [file = '', anchor] = decodeURI(link).split('#');
  const target = file === '' ? from : join(dirname(from), file);
  if (file !== '' && !existsSync(join(root, target))) return 'no such file';
  if (anchor === undefined || !target.endsWith('.md')) return undefined;
  const text = documents.find(({ path }) => path === target)?.text ?? '';
  return headings(text).has(anchor) ? undefined : 'no such heading';
}

function headings(text: string): Set<string> {
  const lines = [...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map((match) => match[1] ?? '');
  return new Set(
    lines.map((line) =>
      line
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );
}

function machinePaths({ path, text }: TextFile): Finding[] {
  return MACHINE_PATHS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      file: path,
      line: lineAt(text, match.index),
      sentence: `${match[0]} is a folder of one machine: name it from the repository or the temporary directory`,
    })),
  );
}
