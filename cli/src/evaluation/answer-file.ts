import { once } from 'node:events';
import { open, rename, rm } from 'node:fs/promises';

/** Where answers go; waits for a slow reader, so that they do not pile up. */
export interface AnswerSink {
  write(bytes: Uint8Array): Promise<void>;
  /** Everything is written and in its place. */
  finish(): Promise<void>;
  /** Given up: nothing half-written stays behind. */
  abandon(): Promise<void>;
}

/** A file that appears under its name only when it is complete. */
export async function answerFile(path: string): Promise<AnswerSink> {
  const partial = `${path}.partial`;
  const file = await open(partial, 'w');
  return {
    write: (bytes) => file.writeFile(bytes),
    finish: async () => {
      await file.close();
      await rename(partial, path);
    },
    abandon: async () => {
      await file.close();
      await rm(partial, { force: true });
    },
  };
}

export function answersOnStandardOutput(): AnswerSink {
  return {
    write: async (bytes) => {
      if (!process.stdout.write(bytes)) await once(process.stdout, 'drain');
    },
    finish: async () => undefined,
    abandon: async () => undefined,
  };
}
