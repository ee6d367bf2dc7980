import { equalBytes } from '../der/writer.ts';
import type { Certificate } from './certificate.ts';
import { nameKey } from './distinguished-name.ts';
import { mayBeIssuedBy } from './issued-by.ts';

/**
 * Bounds of the search. Crossed certifications can make paths explode; real stores need a handful of steps. A step is one
 * unfinished path looked at; shortest ones come first.
 */
export const pathSearchLimits = { longestPath: 20, mostSteps: 2_000, mostPaths: 64 } as const;

export interface CertificateStore {
  readonly anchors: readonly Certificate[];
  readonly intermediates: readonly Certificate[];
}

/** Whether one certificate may stand above another: names agree already. */
export type Link = (certificate: Certificate, issuer: Certificate) => boolean | Promise<boolean>;

/** Candidates for issuers by name; anchors before others. */
export class IssuerIndex {
  readonly #byName = new Map<string, Certificate[]>();
  readonly #anchors: readonly Certificate[];

  constructor({ anchors, intermediates }: CertificateStore) {
    this.#anchors = anchors;
    for (const certificate of [...anchors, ...intermediates]) this.#add(certificate);
  }

  isAnchor(certificate: Certificate): boolean {
    return isAmong(certificate, this.#anchors);
  }

  named(key: string): readonly Certificate[] {
    return this.#byName.get(key) ?? [];
  }

  #add(certificate: Certificate): void {
    const key = nameKey(certificate.subject);
    const same = this.#byName.get(key);
    if (same === undefined) this.#byName.set(key, [certificate]);
    else if (!isAmong(certificate, same)) same.push(certificate);
  }
}

/** Every path from a leaf to an anchor, leaf first, anchor last, shortest first. A leaf that is an anchor is a path of one. */
export class PathSearch {
  readonly #index: IssuerIndex;
  readonly #link: Link;
  /** Whether paths may be left that nobody looked at. */
  endedEarly = false;

  constructor(index: IssuerIndex, link: Link) {
    this.#index = index;
    this.#link = link;
  }

  async *pathsFrom(leaf: Certificate): AsyncGenerator<readonly Certificate[]> {
    let unfinished: (readonly Certificate[])[] = [[leaf]];
    let steps = 0;
    let found = 0;
    while (unfinished.length > 0) {
      const longer: (readonly Certificate[])[] = [];
      for (const path of unfinished) {
        if (++steps > pathSearchLimits.mostSteps || found >= pathSearchLimits.mostPaths) {
          this.endedEarly = true;
          return;
        }
        const top = path.at(-1) ?? leaf;
        if (this.#index.isAnchor(top)) {
          found += 1;
          yield path;
        } else if (path.length < pathSearchLimits.longestPath) longer.push(...(await this.#extend(path, top)));
        else this.endedEarly = true;
      }
      unfinished = longer;
    }
  }

  async #extend(path: readonly Certificate[], top: Certificate): Promise<(readonly Certificate[])[]> {
    const candidates = this.#index.named(nameKey(top.issuer)).filter((one) => !repeats(one, path));
    const longer: (readonly Certificate[])[] = [];
    for (const candidate of candidates.toSorted((a, b) => promise(top, b) - promise(top, a))) {
      if (await this.#link(top, candidate)) longer.push([...path, candidate]);
    }
    return longer;
  }
}

/** The same holder with the same key again leads nowhere new: loops end here. */
function repeats(candidate: Certificate, path: readonly Certificate[]): boolean {
  const key = nameKey(candidate.subject);
  return path.some((one) => equalBytes(one.spki, candidate.spki) && nameKey(one.subject) === key);
}

/** Which candidate to try first: key identifiers are hints, an authority is likelier than anyone else. */
function promise(certificate: Certificate, candidate: Certificate): number {
  return (mayBeIssuedBy(certificate, candidate) ? 2 : 0) + (candidate.extensions.basicConstraints?.ca === true ? 1 : 0);
}

function isAmong(certificate: Certificate, others: readonly Certificate[]): boolean {
  return others.some((other) => other === certificate || equalBytes(other.der, certificate.der));
}
