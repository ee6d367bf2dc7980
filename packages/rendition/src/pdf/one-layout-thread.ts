/**
 * The engine's own thread pool gains nothing on documents of a few pages and makes several workers wait for each
 * other: on two cores 29 ms a document with it, 17 ms without. Takes effect if called before the first layout, in the main thread.
 */
export function oneLayoutThread(): void {
  process.env['RAYON_NUM_THREADS'] ??= '1';
}
