import ts from 'typescript';
import type { Finding } from './finding.ts';
import { isSource, type TextFile } from './source-tree.ts';
import { everyNode, parse } from './syntax.ts';

const FILE = { median: 70, ninetieth: 210, longest: 400 };
const FUNCTION = { ninetieth: 30, longest: 60, longestScreen: 120, parameters: 3 };

interface Sized {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly lines: number;
}

/** Lengths of files and functions, and how many parameters functions take. @see ARCHITECTURE.md */
export function checkSizes(tree: readonly TextFile[]): Finding[] {
  const sources = tree.filter(({ path }) => isSource(path));
  const files = sources.map(({ path, text }) => ({
    file: path,
    line: 1,
    name: path,
    lines: text.trimEnd().split('\n').length,
  }));
  const functions = sources.flatMap((source) => functionsOf(source));
  const named = functions.filter(({ name }) => name !== '');
  return [
    ...files.filter(({ lines }) => lines > FILE.longest).map((file) => tooLong(file, FILE.longest, 'file')),
    ...functions
      .filter((one) => one.lines > longestAllowed(one.file))
      .map((one) => tooLong(one, longestAllowed(one.file), 'function')),
    ...sources.flatMap(manyParameters),
    ...spread(files, { what: 'files', share: 0.5, limit: FILE.median }),
    ...spread(files, { what: 'files', share: 0.9, limit: FILE.ninetieth }),
    ...spread(named, { what: 'functions', share: 0.9, limit: FUNCTION.ninetieth }),
  ];
}

function longestAllowed(file: string): number {
  return file.startsWith('web/') && file.endsWith('.tsx') ? FUNCTION.longestScreen : FUNCTION.longest;
}

function tooLong({ file, line, name, lines }: Sized, limit: number, what: string): Finding {
  const called = what === 'function' && name !== '' ? ` ${name}` : '';
  return {
    file,
    line,
    sentence: `${what}${called} has ${lines} lines, at most ${limit}: split it by what someone would look for`,
  };
}

function spread(sized: readonly Sized[], rule: { what: string; share: number; limit: number }): Finding[] {
  const ordered = sized.toSorted((a, b) => a.lines - b.lines);
  const at = ordered[Math.ceil(ordered.length * rule.share) - 1];
  if (at === undefined || at.lines <= rule.limit) return [];
  const share = rule.share === 0.5 ? 'half' : `${rule.share * 100} % `;
  const excess =
    ordered.filter(({ lines }) => lines > rule.limit).length - Math.floor(ordered.length * (1 - rule.share));
  const sentence = `${share} of all ${rule.what} must have at most ${rule.limit} lines; now ${at.lines}: shorten ${excess}, for example this one`;
  return [{ file: at.file, line: at.line, sentence }];
}

function functionsOf({ path, text }: TextFile): Sized[] {
  const source = parse(path, text);
  return everyNode(source)
    .filter(isFunctionWithBody)
    .map((node) => {
      const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      return { file: path, line: first + 1, name: nameOf(node), lines: last - first + 1 };
    });
}

function manyParameters({ path, text }: TextFile): Finding[] {
  const source = parse(path, text);
  return everyNode(source)
    .filter(isFunctionWithBody)
    .filter((node) => node.parameters.length > FUNCTION.parameters)
    .map((node) => ({
      file: path,
      line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
      sentence: `${nameOf(node) || 'function'} takes ${node.parameters.length} parameters, at most ${FUNCTION.parameters}: pass an object`,
    }));
}

function isFunctionWithBody(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : '';
}
