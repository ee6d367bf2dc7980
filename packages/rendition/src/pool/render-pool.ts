import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BookletRendition } from '../booklet/booklet-rendition.ts';
import type { ClassSummary } from '../class-summary/class-summary.ts';
import type { SecondaryClassSummary } from '../class-summary/secondary-class-summary.ts';
import { oneLayoutThread } from '../pdf/one-layout-thread.ts';
import type { RenditionError } from '../pdf/rendition-error.ts';
import type { YearSheetRendition } from '../year-sheet/year-sheet-rendition.ts';
import { Crew } from './crew.ts';

/** One finished rendition of a long run: the PDF, or why there is none. */
export type RenderOutcome<Item> =
  | { readonly item: Item; readonly pdf: Uint8Array }
  | { readonly item: Item; readonly error: RenditionError };

/** Workers that render; idle ones do not keep the process alive. */
export interface RenderPool {
  renderYearSheet(rendition: YearSheetRendition): Promise<Uint8Array>;
  renderBooklet(booklet: BookletRendition): Promise<Uint8Array>;
  renderClassSummary(summary: ClassSummary | SecondaryClassSummary): Promise<Uint8Array>;
  /**
   * Renders a long run in its order. Takes from `items` no more than two a worker ahead of the reader, so neither
   * inputs nor PDFs pile up; one that fails is reported and the rest go on.
   */
  renderEach<Item>(
    items: Iterable<Item> | AsyncIterable<Item>,
    renditionOf: (item: Item) => YearSheetRendition,
  ): AsyncGenerator<RenderOutcome<Item>, void, undefined>;
  /** Ends the workers; what they had not finished is rejected with `pool-closed`. */
  close(): Promise<void>;
}

/** A pool of `workers` threads, one a core unless told otherwise. */
export function renderPool({ workers = availableParallelism() }: { workers?: number } = {}): RenderPool {
  oneLayoutThread();
  const crew = new Crew(workers, () => new Worker(new URL('./render-worker.ts', import.meta.url)));
  const renderYearSheet = (input: YearSheetRendition) => crew.do({ kind: 'yearSheet', input });
  return {
    renderYearSheet,
    renderBooklet: (input) => crew.do({ kind: 'booklet', input }),
    renderClassSummary: (input) => crew.do({ kind: 'classSummary', input }),
    renderEach: (items, renditionOf) => inOrder(items, (item) => renderYearSheet(renditionOf(item)), workers * 2),
    close: () => crew.close(),
  };
}

async function* inOrder<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  render: (item: Item) => Promise<Uint8Array>,
  ahead: number,
): AsyncGenerator<RenderOutcome<Item>, void, undefined> {
  const begun: Promise<RenderOutcome<Item>>[] = [];
  for await (const item of items) {
    begun.push(
      render(item).then(
        (pdf) => ({ item, pdf }),
        (error: RenditionError) => ({ item, error }),
      ),
    );
    const first = begun.length > ahead ? begun.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const outcome of begun) yield await outcome;
}
