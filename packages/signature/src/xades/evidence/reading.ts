import type { XmlDocument } from '../../xml/index.ts';
import type { EvidenceLimits, EvidenceOptions } from './evidence-options.ts';
import type { Octets } from './octets.ts';

/** What the reading of all signatures of one file has in common. */
export interface Reading {
  readonly document: XmlDocument;
  readonly options: EvidenceOptions;
  readonly limits: EvidenceLimits;
  readonly octets: Octets;
}
