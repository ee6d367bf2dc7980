import { cryptoSuitability } from '../crypto-policy/index.ts';
import { parseOcspResponse } from '../revocation/index.ts';
import { parseTimestampToken } from '../timestamp/index.ts';
import type { JudgedTimestamp } from './judged-timestamp.ts';
import type { ProofsOfExistence } from './proofs-of-existence.ts';
import type { ValidationEnvironment } from './validation-context.ts';

/** Adds what a timestamp that can be relied on proves to have existed by its time. @spec EN 319 102-1 5.6.2.3.4 */
export function extractProofs(
  { evidence, token }: JudgedTimestamp,
  proofs: ProofsOfExistence,
  { policy }: ValidationEnvironment,
): void {
  const digest = token?.info.imprint.algorithm;
  if (token === undefined || digest === undefined) return;
  const { genTime } = token.info;
  if (!cryptoSuitability({ digest }, genTime, policy).suitable) return;
  const { proves, id } = evidence;
  if (proves.signatureValue && evidence.kind !== 'content') proofs.addSignature(genTime, id);
  for (const object of proves.objects.flatMap(withContents)) proofs.addObject(object, genTime, id);
}

/** Step 2: a token or an answer proves the certificates inside it as well. */
function withContents(der: Uint8Array): readonly Uint8Array[] {
  return [der, ...(insideToken(der) ?? insideOcspResponse(der) ?? [])];
}

function insideToken(der: Uint8Array): readonly Uint8Array[] | undefined {
  try {
    const { certificates, crls } = parseTimestampToken(der).signedData;
    return [...certificates, ...crls];
  } catch {
    return undefined;
  }
}

function insideOcspResponse(der: Uint8Array): readonly Uint8Array[] | undefined {
  try {
    return parseOcspResponse(der).certificates;
  } catch {
    return undefined;
  }
}
