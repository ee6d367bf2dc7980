import type { AlgorithmUse } from '../../validation/signature-evidence.ts';
import { placeOf } from '../../xml/index.ts';
import type { Gathered } from './gather-parts.ts';

/** What the security of the signature rests on, each algorithm once, where it stands first. */
export function algorithmsUsed({ signature, references, statements, signer }: Gathered): readonly AlgorithmUse[] {
  const keyBits = signer.certificate?.publicKeyAlgorithm.bits;
  const uses: readonly AlgorithmUse[] = [
    {
      role: 'signature',
      algorithm: signature.algorithm ?? 'unknown',
      ...(keyBits === undefined ? {} : { keyBits }),
      where: placeOf(signature.signedInfo),
    },
    ...[...references, ...statements.certificates].map(
      ({ algorithm, element }): AlgorithmUse => ({
        role: 'digest',
        algorithm: algorithm ?? 'unknown',
        where: placeOf(element),
      }),
    ),
  ];
  return uses.filter(
    (use, index) => uses.findIndex((one) => one.role === use.role && one.algorithm === use.algorithm) === index,
  );
}
