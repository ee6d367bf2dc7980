import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Finding } from './finding.ts';
import { root, type TextFile } from './source-tree.ts';

const PARTS = ['packages', 'server', 'web', 'cli', 'agent', 'simulators', 'bench', 'tests', 'scripts'];

/** Runs one program to its end; a program that could not start is an error, a complaint is output. */
function output(program: string, options: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const limits = { cwd: root, maxBuffer: 100_000_000, env: { ...process.env, NO_COLOR: '1' } };
    execFile(program, [...options], limits, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve(stdout + (stdout === '' || error !== null ? stderr : ''));
    });
  });
}

/** Format, lint, `any`, `!`. */
export async function checkBiome(): Promise<Finding[]> {
  const text = await output(join(root, 'node_modules/.bin/biome'), [
    'ci',
    '.',
    '--reporter=github',
    '--max-diagnostics=200',
  ]);
  const findings = [...text.matchAll(/^::(?:error|warning) title=([^,]*),file=([^,]*),line=(\d+).*?::(.*)$/gm)].map(
    (match) => ({
      file: relative(root, resolve(root, match[2] ?? '')),
      line: Number(match[3]),
      sentence: `${match[1]}: ${(match[4] ?? '').replaceAll('%0A', ' ')} (npm run format puts most of it right)`,
    }),
  );
  const failed = /Found \d+ errors?/.test(text) || /could not|panicked/i.test(text);
  return findings.length === 0 && failed ? [{ file: 'biome.json', sentence: text.trim() }] : findings;
}

/** Each pure package alone, so that a forgotten node: import cannot hide; then everything together, then the screens. */
export function typeProjects(): string[] {
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/tsconfig.json`);
  const screens =
    existsSync(join(root, 'web/src')) && readdirSync(join(root, 'web/src')).length > 0 ? ['web/tsconfig.json'] : [];
  return ['tsconfig.json', ...screens, ...packages].filter((path) => existsSync(join(root, path)));
}

/** The compiler's errors in one project. */
export async function checkTypes(project: string): Promise<Finding[]> {
  const text = await output(process.execPath, [
    'node_modules/typescript-native/bin/tsc',
    '--pretty',
    'false',
    '-p',
    project,
  ]);
  const findings = [...text.matchAll(/^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/gm)].map((match) => ({
    file: match[1] ?? '',
    line: Number(match[2]),
    sentence: `${match[3]} (in ${project})`,
  }));
  const other = /^error (TS(?!18003).*)$/m.exec(text);
  return other === null ? findings : [...findings, { file: project, sentence: other[1] ?? '' }];
}

interface CruiseReport {
  readonly summary: {
    readonly violations: readonly {
      from: string;
      to: string;
      rule: { name: string };
      cycle?: readonly { name: string }[];
    }[];
  };
  readonly modules: readonly { source: string; dependencies: readonly { resolved: string; module: string }[] }[];
}

/** The named rules of .dependency-cruiser.mjs. */
export async function checkDependencies(tree: readonly TextFile[]): Promise<Finding[]> {
  const parts = PARTS.filter((part) => existsSync(join(root, part)));
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const text = await output(process.execPath, [
    program,
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    ...parts,
  ]);
  if (!text.startsWith('{')) return [{ file: '.dependency-cruiser.mjs', sentence: text.trim() }];
  const report = JSON.parse(text) as CruiseReport;
  const { forbidden } = (await import(join(root, '.dependency-cruiser.mjs'))).default as {
    forbidden: readonly { name: string; comment: string }[];
  };
  return report.summary.violations.map(({ from, to, rule, cycle }) => {
    const comment = forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
    const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ');
    return {
      file: from,
      ...importLine(report, tree, { from, to }),
      sentence: `${rule.name}: imports ${way}. ${comment}`,
    };
  });
}

function importLine(
  report: CruiseReport,
  tree: readonly TextFile[],
  arrow: { from: string; to: string },
): { line?: number } {
  const module = report.modules.find(({ source }) => source === arrow.from);
  const specifier = module?.dependencies.find(({ resolved }) => resolved === arrow.to)?.module;
  const lines = tree.find(({ path }) => path === arrow.from)?.text.split('\n') ?? [];
  const index = specifier === undefined ? -1 : lines.findIndex((line) => line.includes(`'${specifier}'`));
  return index < 0 ? {} : { line: index + 1 };
}

/** GLOSSARY.md against the code lists, by the test that stands in packages/record. */
export async function checkGlossary(tree: readonly TextFile[]): Promise<Finding[]> {
  const tests = tree
    .map(({ path }) => path)
    .filter((path) => /^packages\/record\/src\/.*glossary\.test\.ts$/.test(path));
  if (tests.length === 0)
    return [{ file: 'GLOSSARY.md', sentence: 'no packages/record/src/**/glossary.test.ts holds it against the code' }];
  const text = await output(process.execPath, ['--test', '--test-reporter=tap', ...tests]);
  if (/^# fail 0$/m.test(text)) return [];
  const failures = [...text.matchAll(/^not ok \d+ - (.*)$/gm)].map((match) => match[1]).join('; ');
  return [{ file: tests[0] ?? 'GLOSSARY.md', sentence: `${failures}: run node --test ${tests.join(' ')}` }];
}

/** The ordered list of features names every folder, and no other. */
export function checkFeatureList(): Finding[] {
  const listed = JSON.parse(readFileSync(join(root, 'server/features.json'), 'utf8')) as string[];
  const features = join(root, 'server/src/features');
  const folders = existsSync(features)
    ? readdirSync(features, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return folders
    .filter(({ name }) => !listed.includes(name))
    .map(({ name }) => ({
      file: `server/src/features/${name}`,
      sentence: 'not in server/features.json: give it its place in the order',
    }));
}
