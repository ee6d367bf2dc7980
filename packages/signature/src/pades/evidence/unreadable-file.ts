import type { SignatureError } from '../../errors.ts';
import type { EvidenceProblem, SignatureEvidence } from '../../validation/signature-evidence.ts';

const mark = new TextEncoder().encode('/ByteRange');
/** More of them say nothing more. */
const mostReported = 32;

/**
 * One piece of evidence for every place that looks like a signature, each with the reason why the file cannot be read.
 * The error itself when there is no such place, or when it is not the file that is at fault.
 */
export function evidenceOfUnreadable(bytes: Uint8Array, error: SignatureError): SignatureEvidence[] {
  const places = error.code === 'pdf-encrypted' || error.code === 'pdf-too-large' ? [] : placesOfMark(bytes);
  if (places.length === 0) throw error;
  return places.map((place, at) => {
    const where = `byte ${place}`;
    const problem: EvidenceProblem = { code: error.code, subIndication: 'FORMAT_FAILURE', where: error.message };
    return {
      ...{
        id: `ByteRange-${at + 1}`,
        where,
        format: 'PAdES',
        level: 'below-baseline',
        problems: [problem],
        covered: [],
      },
      ...{ signingCertificateBound: false, algorithmsUsed: [], certificates: [], crls: [], ocsps: [], timestamps: [] },
      ...{ changesAfter: [], coversWholeFile: false },
    };
  });
}

function placesOfMark(bytes: Uint8Array): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(0x2f); at >= 0 && places.length < mostReported; at = bytes.indexOf(0x2f, at + 1)) {
    if (mark.every((byte, offset) => bytes[at + offset] === byte)) places.push(at);
  }
  return places;
}
