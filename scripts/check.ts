import { checkDocuments } from './check/documents.ts';
import { type Finding, written } from './check/finding.ts';
import { checkForbiddenCalls } from './check/forbidden-calls.ts';
import { checkNames } from './check/names.ts';
import { checkSchemaSnapshot } from './check/schema-snapshot.ts';
import { checkSizes } from './check/sizes.ts';
import { readTree } from './check/source-tree.ts';
import {
  checkBiome,
  checkDependencies,
  checkFeatureList,
  checkGlossary,
  checkTypes,
  typeProjects,
} from './check/tools.ts';

/** `npm run check`: every line it prints after a cross is an error with its place and its cure. */
const AT_ONCE = 2;
const tree = readTree();
const checks: readonly (readonly [string, () => Finding[] | Promise<Finding[]>])[] = [
  ['dependency fences', () => checkDependencies(tree)],
  ...typeProjects().map((project) => [`types ${project}`, () => checkTypes(project)] as const),
  ['format and lint', checkBiome],
  ['glossary', () => checkGlossary(tree)],
  ['schema.sql', checkSchemaSnapshot],
  ['file and function sizes', () => checkSizes(tree)],
  ['clock, randomness, environment', () => checkForbiddenCalls(tree)],
  ['names', () => checkNames(tree)],
  ['feature list', checkFeatureList],
  ['links and paths', () => checkDocuments(tree)],
];

const started = performance.now();
const queue = [...checks];
let failures = 0;
await Promise.all(Array.from({ length: AT_ONCE }, work));
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(failures === 0 ? `check: all right, ${seconds} s` : `check: ${failures} to put right, ${seconds} s`);
process.exitCode = failures === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const [name, check] = next;
    const findings = await check();
    failures += findings.length;
    console.log(`${findings.length === 0 ? '✓' : '✗'} ${name}`);
    for (const finding of findings) console.log(`  ${written(finding)}`);
  }
}
