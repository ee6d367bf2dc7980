import type { PdfDictionary, PdfReference, PdfValue } from '../pdf/index.ts';
import { children } from '../pdf/object-roles.ts';
import { differingKeys, sameValue } from '../pdf/same-value.ts';
import type { Comparison } from './comparison.ts';

const fieldKeys: ReadonlySet<string> = new Set('V AP AS I RV TI M MK DA Q'.split(' '));
const widgetKeys: ReadonlySet<string> = new Set('AP AS M MK DA Q'.split(' '));

export interface FilledField {
  readonly field: PdfReference;
  readonly earlier: PdfDictionary;
  readonly later: PdfDictionary;
  readonly name: string;
  readonly widgets: readonly PdfReference[];
}

/**
 * Fields one revision filled in. Their appearances may be drawn anew, also in place; but an appearance that something
 * else shows too (a page, a signature) is not theirs to change.
 */
export class FilledFields {
  private readonly comparison: Comparison;
  private readonly widgets: PdfReference[] = [];

  constructor(comparison: Comparison) {
    this.comparison = comparison;
  }

  compare({ field, earlier, later, name, widgets }: FilledField): void {
    const { before, after } = this.comparison;
    const changed = differingKeys(earlier, later);
    const widgetsChanged = widgets.flatMap((widget) => {
      const [was, is] = [before.dictionary(widget), after.dictionary(widget)];
      return widget.number === field.number || was === undefined || is === undefined ? [] : differingKeys(was, is);
    });
    const redrawn = widgets.filter((widget) => this.isRedrawn(widget));
    if (changed.length + widgetsChanged.length + redrawn.length === 0) return;
    if (!changed.every((key) => fieldKeys.has(key)) || !widgetsChanged.every((key) => widgetKeys.has(key))) return;
    this.comparison.report('formFilled', { objectNumber: field.number, detail: name });
    this.comparison.explain(field);
    this.comparison.explainTree(later.entries.get('V'));
    for (const widget of widgets) this.comparison.explain(widget);
    this.redraw(widgets);
  }

  /** Widgets whose appearance may be drawn anew. */
  redraw(widgets: readonly PdfReference[]): void {
    this.widgets.push(...widgets);
  }

  /** Once all fields are looked at: what their appearances are drawn with. */
  explain(): void {
    if (this.widgets.length === 0) return;
    const { comparison } = this;
    const elsewhere = this.shownElsewhere();
    for (const widget of this.widgets) {
      const appearance = comparison.after.dictionary(widget)?.entries.get('AP');
      comparison.explainTree(appearance, ({ number }) => !elsewhere.has(number));
    }
  }

  private isRedrawn(widget: PdfReference): boolean {
    const { before, after } = this.comparison;
    const { entries } = after.lastRevision;
    const appearance = before.dictionary(widget)?.entries.get('AP');
    for (const number of this.reached(appearance)) {
      if (entries.has(number) && !sameValue(before.object(number), after.object(number))) return true;
    }
    return false;
  }

  private shownElsewhere(): ReadonlySet<number> {
    const { before } = this.comparison;
    const skipped = new Set(this.widgets.map(({ number }) => number));
    return this.reached(
      { kind: 'array', items: [before.rootReference, ...before.trailer.entries.values()], start: -1, end: -1 },
      skipped,
    );
  }

  /** Numbers of the objects a value leads to as the file was before, without the appearances of some widgets. */
  private reached(
    start: PdfValue | undefined,
    withoutAppearance: ReadonlySet<number> = new Set(),
  ): ReadonlySet<number> {
    const seen = new Set<number>();
    const waiting: PdfValue[] = start === undefined ? [] : [start];
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
      if (value.kind !== 'reference') {
        for (const child of children(value)) waiting.push(child);
      } else if (!seen.has(value.number)) {
        seen.add(value.number);
        const object = this.comparison.before.resolve(value);
        if (withoutAppearance.has(value.number) && object.kind === 'dictionary') {
          for (const [key, entry] of object.entries)
            if (key !== 'AP' && key !== 'Parent' && key !== 'P') waiting.push(entry);
        } else waiting.push(object);
      }
    }
    return seen;
  }
}
