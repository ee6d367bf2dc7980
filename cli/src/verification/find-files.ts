import { glob, opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a file met in a directory is one of those looked for. */
export type Wanted = (path: string) => boolean | Promise<boolean>;

/**
 * The files the arguments name, in their order, one at a time: files as they are, directories with all that is wanted
 * below them (.xml and .pdf unless said otherwise), patterns with what they match. What is not there is yielded too, so
 * that it is reported.
 */
export async function* findFiles(
  given: readonly string[],
  wanted: Wanted = isRecordName,
): AsyncGenerator<string, void, undefined> {
  for (const path of given) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) yield* below(path, wanted);
    else if (found || !/[*?[{]/.test(path)) yield path;
    else yield* matching(path);
  }
}

async function* below(directory: string, wanted: Wanted): AsyncGenerator<string, void, undefined> {
  const entries: { name: string; isDirectory: boolean }[] = [];
  for await (const entry of await opendir(directory)) {
    if (entry.isDirectory() || (entry.isFile() && (await wanted(join(directory, entry.name))))) {
      entries.push({ name: entry.name, isDirectory: entry.isDirectory() });
    }
  }
  entries.sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }));
  for (const { name, isDirectory } of entries) {
    if (isDirectory) yield* below(join(directory, name), wanted);
    else yield join(directory, name);
  }
}

async function* matching(pattern: string): AsyncGenerator<string, void, undefined> {
  let any = false;
  for await (const path of glob(pattern)) {
    any = true;
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory() !== true) yield path;
  }
  if (!any) yield pattern;
}

function isRecordName(name: string): boolean {
  return /\.(xml|pdf)$/i.test(name);
}
