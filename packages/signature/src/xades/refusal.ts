import { placeOf, type XmlElement } from '../xml/index.ts';
import type { XadesFinding, XadesFindingCode } from './report.ts';

/** Stops the reading of one signature; it becomes a finding of its report and goes no further. */
export class XadesRefusal extends Error {
  readonly finding: XadesFinding;

  constructor(code: XadesFindingCode, at: XmlElement) {
    super(code);
    this.finding = { code, where: placeOf(at) };
  }
}
