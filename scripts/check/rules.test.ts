import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocuments } from './documents.ts';
import { type Finding, written } from './finding.ts';
import { checkForbiddenCalls } from './forbidden-calls.ts';
import { checkNames } from './names.ts';
import { checkSizes } from './sizes.ts';

const places = (findings: readonly Finding[]) => findings.map(({ file, line }) => `${file}:${line}`);
const lines = (count: number) => 'run();\n'.repeat(count);

test('a file of more than 400 lines and a function of more than 60 are named with their line', () => {
  const findings = checkSizes([
    { path: 'server/src/long.ts', text: lines(401) },
    { path: 'server/src/one.ts', text: `const a = 1;\nexport function big() {\n${lines(59)}}\n` },
  ]);
  assert.deepEqual(places(findings).slice(0, 2), ['server/src/long.ts:1', 'server/src/one.ts:2']);
  assert.match(findings[1]?.sentence ?? '', /function big has 61 lines, at most 60/);
});

test('a screen may be longer, a test is not measured', () => {
  const text = `export function Screen() {\n${lines(80)}}\n`;
  const findings = checkSizes([
    { path: 'web/src/screen.tsx', text },
    { path: 'server/src/a.test.ts', text },
    ...Array.from({ length: 20 }, (_, index) => ({ path: `cli/src/${index}.ts`, text: `function f${index}() {\n}\n` })),
  ]);
  assert.deepEqual(findings, []);
});

test('a fourth parameter is one too many', () => {
  const findings = checkSizes([{ path: 'cli/src/a.ts', text: '\nconst f = (a, b, c, d) => a;\n' }]);
  assert.deepEqual(findings.map(written), ['cli/src/a.ts:2  f takes 4 parameters, at most 3: pass an object']);
});

test('half of all files must be short', () => {
  const findings = checkSizes([1, 2, 3].map((index) => ({ path: `cli/src/${index}.ts`, text: lines(100) })));
  assert.match(findings[0]?.sentence ?? '', /half of all files must have at most 70 lines; now 100/);
});

test('clock, environment and randomness belong to one place each', () => {
  const text = 'process.env.HOME;\nnew Date();\nDate.now();\nMath.random();\nnew Date(0);\n// new Date()\n';
  assert.deepEqual(places(checkForbiddenCalls([{ path: 'server/src/features/a.ts', text }])), [
    'server/src/features/a.ts:1',
    'server/src/features/a.ts:2',
    'server/src/features/a.ts:3',
    'server/src/features/a.ts:4',
  ]);
  assert.deepEqual(places(checkForbiddenCalls([{ path: 'packages/rules/src/a.ts', text }])).length, 3);
  assert.deepEqual(checkForbiddenCalls([{ path: 'server/src/config.ts', text: 'process.env.HOME' }]), []);
  assert.deepEqual(checkForbiddenCalls([{ path: 'server/src/platform/clock.ts', text: 'new Date()' }]), []);
  assert.deepEqual(checkForbiddenCalls([{ path: 'server/src/a.test.ts', text }]), []);
});

test('the compiler is silenced only with a reason', () => {
  const silent = '@ts-';
  const text = `// ${silent}ignore\n// ${silent}expect-error\n// ${silent}expect-error: the library's type is wrong\n`;
  assert.deepEqual(places(checkForbiddenCalls([{ path: 'cli/src/a.ts', text }])), ['cli/src/a.ts:1', 'cli/src/a.ts:2']);
});

test('names that say nothing are refused, names that contain them are not', () => {
  const paths = [
    'server/src/utils/a.ts',
    'web/src/helpers.ts',
    'cli/src/lib.test.ts',
    'packages/rules/src/commonly.ts',
    'cli/src/score.ts',
  ];
  const findings = checkNames(paths.map((path) => ({ path, text: '' })));
  assert.deepEqual(
    findings.map(({ file }) => file),
    paths.slice(0, 3),
  );
});

test('links lead to a file and a heading; code is not a link', () => {
  const text =
    '# Một tiêu đề\n[a](#một-tiêu-đề) [b](#two) [c](gone.md)\n`[d](gone.md)` [e](https://example.org/)\n[f](package.json)\n';
  assert.deepEqual(places(checkDocuments([{ path: 'X.md', text }])), ['X.md:2', 'X.md:2']);
});

test('a folder of one machine is found, a route or a relative path is not', () => {
  const folder = ['', 'root', 'x'].join('/');
  const text = `a\n"${folder}"\n"src${folder}" "\${base}${folder}"\n`;
  assert.deepEqual(places(checkDocuments([{ path: 'server/src/a.ts', text }])), ['server/src/a.ts:2']);
});
