import { once } from 'node:events';

/** As a shell reports a program ended by SIGPIPE. */
const readerGone = 141;

/** When the reader of our output has gone (`| head`) there is nobody left to tell. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(readerGone);
  });
}

/** Writes to standard output and waits where the reader is slow, so that reports do not pile up. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
