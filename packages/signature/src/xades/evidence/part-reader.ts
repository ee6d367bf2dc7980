import type { EvidenceProblem } from '../../validation/signature-evidence.ts';
import type { XmlElement } from '../../xml/index.ts';
import { problemOf } from './problems.ts';

/** Reads parts one by one, so that what is wrong with one leaves the others readable. */
export class PartReader {
  readonly problems: EvidenceProblem[] = [];
  readonly #element: XmlElement;

  constructor(element: XmlElement) {
    this.#element = element;
  }

  read<T>(part: () => T, otherwise: T): T {
    try {
      return part();
    } catch (error) {
      this.problems.push(problemOf(error, this.#element));
      return otherwise;
    }
  }
}
