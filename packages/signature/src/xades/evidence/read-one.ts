import type { EvidenceProblem, SignatureEvidence } from '../../validation/signature-evidence.ts';
import { placeOf, type XmlElement } from '../../xml/index.ts';
import { algorithmsUsed } from './algorithms-used.ts';
import { counterSigned, signsAnotherThan } from './counter-signed.ts';
import { coveredData, coversWholeFile } from './coverage.ts';
import type { FoundForeign } from './find-foreign-signatures.ts';
import { type Gathered, gatherParts, isInKeyInfo, problemsOf } from './gather-parts.ts';
import { judgePolicy } from './judge-policy.ts';
import { levelOf } from './level.ts';
import { problemAt } from './problems.ts';
import type { Reading } from './reading.ts';
import { readTimestamps } from './timestamps.ts';

/** The evidence of one signature. Throws EvidenceRefusal where its frame is wrong. */
export async function readOne(found: FoundForeign, reading: Reading): Promise<SignatureEvidence> {
  const gathered = await gatherParts(found.element, reading);
  const { signature, references, statements, inKeyInfo, carried, signer } = gathered;
  const covered = coveredData(references, signature);
  const timestamps = timestampsOf(gathered, reading);
  const counterSigns = counterSigned(found, gathered);
  const certificateInKeyInfo = isInKeyInfo(gathered);
  return {
    id: nameOf(signature.element),
    where: placeOf(signature.element),
    format: signature.properties === undefined ? 'XML-DSig' : 'XAdES',
    ...(counterSigns === undefined ? {} : { counterSignatureOf: nameOf(counterSigns) }),
    level: levelOf({
      signature,
      statements,
      carried,
      references,
      certificateInKeyInfo,
      isCounterSignature: counterSigns !== undefined,
    }),
    problems: [...problemsOf(gathered), ...problemsOfWhole(gathered, found, covered.length)],
    covered,
    ...(signer.intact === undefined ? {} : { signatureIntact: signer.intact }),
    ...(signer.certificate === undefined ? {} : { signingCertificate: signer.certificate }),
    signingCertificateBound: signer.bound,
    ...(signature.algorithm === undefined ? {} : { algorithm: signature.algorithm }),
    algorithmsUsed: algorithmsUsed(gathered),
    ...said(gathered, reading),
    certificates: [...inKeyInfo, ...carried.certificates],
    crls: carried.crls,
    ocsps: carried.ocsps,
    timestamps,
    changesAfter: [],
    coversWholeFile: coversWholeFile(references, signature, reading),
  };
}

function nameOf(signature: XmlElement): string {
  return signature.attributes.get('Id') ?? placeOf(signature);
}

function timestampsOf(gathered: Gathered, reading: Reading): SignatureEvidence['timestamps'] {
  const { signature, references, inKeyInfo, signer, statements, parts } = gathered;
  const signingCertificate = signer.certificate?.der;
  const covering = {
    ...{ signature, references, inKeyInfo, reading },
    ...(signingCertificate === undefined ? {} : { signingCertificate }),
  };
  const elements = [...statements.contentTimestamps, ...(signature.properties?.unsigned ?? [])];
  return elements.flatMap((element) => parts.read(() => readTimestamps([element], covering), []));
}

function problemsOfWhole(gathered: Gathered, found: FoundForeign, covered: number): readonly EvidenceProblem[] {
  const { signature, signer } = gathered;
  return [
    ...(signature.algorithm === undefined ? [problemAt('algorithm-not-supported', signature.signedInfo)] : []),
    ...(signer.intact === false ? [problemAt('signature-value-wrong', signature.signatureValue)] : []),
    ...(covered === 0 ? [problemAt('nothing-signed', signature.signedInfo)] : []),
    ...(signsAnotherThan(found, gathered) ? [problemAt('counter-signature-of-another', signature.element)] : []),
  ];
}

function said({ statements }: Gathered, { options }: Reading) {
  const { signingTime, role, commitment, policy } = statements;
  return {
    ...(signingTime === undefined ? {} : { claimedSigningTime: signingTime }),
    ...(role === undefined ? {} : { role }),
    ...(commitment === undefined ? {} : { commitment }),
    ...(policy === undefined ? {} : { signaturePolicy: judgePolicy(policy, options) }),
  };
}
