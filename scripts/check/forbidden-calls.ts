import ts from 'typescript';
import type { Finding } from './finding.ts';
import { isSource, type TextFile } from './source-tree.ts';
import { everyNode, parse } from './syntax.ts';

interface Rule {
  readonly where: RegExp;
  readonly except?: RegExp;
  readonly found: (node: ts.Node) => boolean;
  readonly sentence: string;
}

const PURE = /^packages\/(record|rules|protocol|transparency|signature|verify)\/src\//;

const RULES: readonly Rule[] = [
  {
    where: /^server\/src\//,
    except: /^server\/src\/config\.ts$/,
    found: (node) => isMember(node, 'process', 'env'),
    sentence: 'only server/src/config.ts reads the environment: add a setting there',
  },
  {
    where: /^server\/src\//,
    except: /^server\/src\/platform\/clock\.ts$/,
    found: asksForNow,
    sentence: 'only server/src/platform/clock.ts knows the time: take it from the platform',
  },
  { where: PURE, found: asksForNow, sentence: 'a package has no clock: take the time as an argument' },
  {
    where: /^packages\/|^server\/src\/|^web\/src\/|^cli\/src\/|^simulators\//,
    found: (node) => isMember(node, 'Math', 'random'),
    sentence: 'Math.random is neither secret nor repeatable: use node:crypto, or take random bytes as an argument',
  },
  {
    where: PURE,
    found: (node) => ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'fetch',
    sentence: 'a package has no network: take the answer as an argument',
  },
];

/** Clock, randomness, environment and network outside the one place each belongs to. */
export function checkForbiddenCalls(tree: readonly TextFile[]): Finding[] {
  return tree
    .filter(({ path }) => isSource(path))
    .flatMap((file) => [...RULES.flatMap((rule) => broken(rule, file)), ...silenced(file)]);
}

function broken(rule: Rule, { path, text }: TextFile): Finding[] {
  if (!rule.where.test(path) || rule.except?.test(path) === true) return [];
  const source = parse(path, text);
  return everyNode(source)
    .filter(rule.found)
    .map((node) => ({
      file: path,
      line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
      sentence: rule.sentence,
    }));
}

function isMember(node: ts.Node, object: string, member: string): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === member && node.expression.getText() === object;
}

function asksForNow(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0;
  return isMember(node, 'Date', 'now');
}

/** The compiler may be silenced only with @ts-expect-error and a reason. */
function silenced({ path, text }: TextFile): Finding[] {
  return text.split('\n').flatMap((line, index) => {
    const silent = /\/[/*]\s*@ts-(ignore|nocheck)/.test(line) || /@ts-expect-error\s*(\*\/)?\s*$/.test(line);
    return silent
      ? [
          {
            file: path,
            line: index + 1,
            sentence: 'an unexplained suppression: give the type, or @ts-expect-error with a reason',
          },
        ]
      : [];
  });
}
