import type { SignatureEvidence } from '../../validation/signature-evidence.ts';
import { foreignLimits, parseXml, placeOf, type XmlDocument } from '../../xml/index.ts';
import { type EvidenceOptions, evidenceLimits } from './evidence-options.ts';
import { type FoundForeign, findForeignSignatures } from './find-foreign-signatures.ts';
import { Octets } from './octets.ts';
import { problemAt, problemOf } from './problems.ts';
import { readOne } from './read-one.ts';
import type { Reading } from './reading.ts';

/**
 * What every signature of an XML file of any maker says and whether it fits the file: XAdES of every edition, plain
 * XML-DSig, counter-signatures, in the order of the file. Nothing is trusted, dated or weighed here. A file that cannot
 * be read as XML throws XmlError; whatever is wrong with a signature is a problem in its evidence.
 * @spec EN 319 132-1, XMLDSig 1.1 3.2
 */
export async function readXadesEvidence(
  file: XmlDocument | Uint8Array,
  options: EvidenceOptions,
): Promise<readonly SignatureEvidence[]> {
  const limits = { ...foreignLimits, ...evidenceLimits, ...options.limits };
  const document = file instanceof Uint8Array ? parseXml(file, { foreign: true, limits }) : file;
  const reading: Reading = { document, options, limits, octets: new Octets(document, limits.canonicalBytes) };
  const evidence: SignatureEvidence[] = [];
  for (const found of findForeignSignatures(reading)) evidence.push(await readFound(found, reading));
  return evidence;
}

async function readFound(found: FoundForeign, reading: Reading): Promise<SignatureEvidence> {
  const { element, problem } = found;
  if (problem !== undefined) return refused(found, problemAt(problem, element));
  try {
    return await readOne(found, reading);
  } catch (error) {
    return refused(found, problemOf(error, element));
  }
}

function refused(
  { element, counterSigns }: FoundForeign,
  problem: SignatureEvidence['problems'][number],
): SignatureEvidence {
  return {
    id: element.attributes.get('Id') ?? placeOf(element),
    where: placeOf(element),
    format: 'XML-DSig',
    ...(counterSigns === undefined
      ? {}
      : { counterSignatureOf: counterSigns.attributes.get('Id') ?? placeOf(counterSigns) }),
    level: 'below-baseline',
    problems: [problem],
    ...{ covered: [], algorithmsUsed: [], certificates: [], crls: [], ocsps: [], timestamps: [], changesAfter: [] },
    signingCertificateBound: false,
    coversWholeFile: false,
  };
}
