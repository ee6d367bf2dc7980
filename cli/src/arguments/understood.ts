import { UsageError } from '../usage-error.ts';

/** What `parse` reads of the arguments; what it cannot is told with the sentence where to read how. Throws UsageError. */
export function understood<T>(seeHelp: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(`Tham số sai (${error instanceof Error ? error.message : error}). ${seeHelp}`);
  }
}
