import type { FuzzTarget } from '../fuzz-target.ts';
import { certificateTargets } from './certificates.ts';
import { judgementTargets } from './judgements.ts';
import { lineAndMessageTargets } from './lines-and-messages.ts';
import { pdfTargets } from './pdf.ts';
import { recordTargets } from './records.ts';
import { trustTargets } from './trust.ts';
import { workbookTargets } from './workbooks.ts';
import { xadesTargets } from './xades.ts';
import { xmlTargets } from './xml.ts';

/** Every reader of what strangers send. A new reader gets a line here. */
export const fuzzTargets: readonly FuzzTarget[] = [
  ...certificateTargets,
  ...trustTargets,
  ...xmlTargets,
  ...xadesTargets,
  ...pdfTargets,
  ...recordTargets,
  ...lineAndMessageTargets,
  ...judgementTargets,
  ...workbookTargets,
];
