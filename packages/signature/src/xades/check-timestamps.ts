import type { CryptoPort } from '../crypto/index.ts';
import { equalBytes } from '../der/writer.ts';
import { parseTimestampToken } from '../timestamp/index.ts';
import { hasName, placeOf, type XmlElement } from '../xml/index.ts';
import type { CanonicalParts } from './canonical-parts.ts';
import { base64In, Members, type Spacing } from './element-reader.ts';
import { dsNamespace, xadesNamespace } from './names.ts';
import type { ReadSignature } from './read-signature.ts';
import { readCanonicalisation } from './read-signed-info.ts';
import { XadesRefusal } from './refusal.ts';
import type { SignatureTimestampReport, XadesFinding } from './report.ts';

/**
 * Recomputes the imprint of every SignatureTimeStamp over this signature's own value: a token copied from elsewhere
 * is not about it. Throws XadesRefusal. @spec EN 319 132-1 5.3
 */
export function checkTimestamps(
  signature: ReadSignature,
  { canonical, crypto, spacing }: { canonical: CanonicalParts; crypto: CryptoPort; spacing: Spacing },
) {
  const findings: XadesFinding[] = [];
  const timestamps: SignatureTimestampReport[] = [];
  for (const element of signature.unsignedProperties) {
    if (!hasName(element, xadesNamespace, 'SignatureTimeStamp')) continue;
    const { tokens, form } = readTimestamp(element, spacing);
    const signedBytes = canonical.bytesOf(signature.signatureValue.element, form);
    for (const token of tokens) {
      const code = judge(token, signedBytes, crypto);
      if (code !== undefined) findings.push({ code, where: placeOf(element) });
      timestamps.push({ token, signedBytes, imprintOk: code === undefined });
    }
  }
  return { timestamps, findings };
}

function readTimestamp(element: XmlElement, spacing: Spacing) {
  const members = new Members(element, spacing, ['Id']);
  const method = members.takeIf(dsNamespace, 'CanonicalizationMethod');
  const tokens = members.takeAll(xadesNamespace, 'EncapsulatedTimeStamp');
  members.end();
  if (tokens.length === 0) throw new XadesRefusal('structure-wrong', element);
  const form = method === undefined ? { form: 'inclusive-1.0' as const } : readCanonicalisation(method, spacing);
  return { form, tokens: tokens.map((token) => base64In(token, spacing, spacing.lenient ? ['Id', 'Encoding'] : [])) };
}

function judge(token: Uint8Array, signedBytes: Uint8Array, crypto: CryptoPort): XadesFinding['code'] | undefined {
  try {
    const { algorithm, digest } = parseTimestampToken(token).info.imprint;
    if (algorithm === undefined || algorithm === 'sha-1') return 'algorithm-not-allowed';
    return equalBytes(digest, crypto.digest(algorithm, signedBytes)) ? undefined : 'timestamp-of-another';
  } catch {
    return 'timestamp-malformed';
  }
}
