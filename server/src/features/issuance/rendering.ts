import { type RenderPool, renderPool } from '@hocba/rendition';

let pool: RenderPool | undefined;

/** The rendering threads of this process, one crew for issuing and for previews. */
export function rendering(): RenderPool {
  pool ??= renderPool();
  return pool;
}
