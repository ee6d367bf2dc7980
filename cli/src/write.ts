import { once } from 'node:events';

/** As a shell reports a program ended by SIGPIPE. */
const readerGone = 141;
/** EX_IOERR of sysexits. */
export const brokenOff = 74;

/** When the reader of our output has gone (`| head`) there is nobody left to tell; of a full disk the user is told. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(readerGone);
    process.stderr.write(`hocba: Không ghi được ra đầu ra chuẩn (${error.message}).\n`);
    process.exit(brokenOff);
  });
}

/** Writes to standard output and waits where the reader is slow, so that reports do not pile up. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
