import { once } from 'node:events';

/** Writes to standard output and waits where the reader is slow, so that reports do not pile up. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
