import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.demo', '.cache', '.tmp']);
const BINARY = /\.(png|jpg|jpeg|pdf|p12|der|xlsx|zip|ttf|woff2?|ico|tsr|crt|crl|log)$/;

/** One text file of the tree; `path` from the root, with forward slashes. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Every text file, generated and installed ones left out. */
export function readTree(): TextFile[] {
  return [...pathsUnder(root)]
    .map((path) => relative(root, path))
    .filter((path) => !BINARY.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function* pathsUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (NOT_OURS.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* pathsUnder(path);
    else if (entry.isFile()) yield path;
  }
}

/** Code that is not a test: what the limits on sizes speak of. */
export function isSource(path: string): boolean {
  return /^(packages|server|web|cli|agent|simulators|bench|scripts)\/.*\.(ts|tsx|mjs)$/.test(path) && !isTest(path);
}

/** A test, or something only tests use. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|^tests\/|\/testing\/|^(packages|server|web|cli|agent)\/.*\/(samples\/|test-[a-z0-9-]+\.ts$)/.test(
    path,
  );
}

/** 1 for the first line. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
