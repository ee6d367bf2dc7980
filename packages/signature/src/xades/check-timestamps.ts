import type { CryptoPort } from '../crypto/index.ts';
import { equalBytes } from '../der/writer.ts';
import { parseTimestampToken } from '../timestamp/index.ts';
import { type Canonicalisation, hasName, placeOf, type XmlDocument, type XmlElement } from '../xml/index.ts';
import { archiveImprintData } from './archive-imprint.ts';
import type { CanonicalParts } from './canonical-parts.ts';
import { base64In, Members, type Spacing } from './element-reader.ts';
import { dsNamespace, xades141Namespace, xadesNamespace } from './names.ts';
import type { ReadSignature } from './read-signature.ts';
import { readCanonicalisation } from './read-signed-info.ts';
import { XadesRefusal } from './refusal.ts';
import type { SignatureTimestampReport, XadesFinding } from './report.ts';

interface Context {
  readonly document: XmlDocument;
  readonly canonical: CanonicalParts;
  readonly crypto: CryptoPort;
  readonly spacing: Spacing;
}

/**
 * Recomputes the imprint of every SignatureTimeStamp over this signature's own value, and of every ArchiveTimeStamp
 * over all of this signature: a token copied from elsewhere is not about it. Throws XadesRefusal.
 * @spec EN 319 132-1 5.3, 5.5.2
 */
export function checkTimestamps(signature: ReadSignature, context: Context) {
  const { document, canonical } = context;
  const ofSignature = judgeAll(signature, context, {
    is: (element) => hasName(element, xadesNamespace, 'SignatureTimeStamp'),
    dataOf: (_, form) => canonical.bytesOf(signature.signatureValue.element, form),
  });
  const ofArchive = judgeAll(signature, context, {
    is: (element) => hasName(element, xades141Namespace, 'ArchiveTimeStamp'),
    dataOf: (before, how) => archiveImprintData(signature, { document, canonical, before, how }),
  });
  return {
    timestamps: ofSignature.reports,
    archiveTimestamps: ofArchive.reports,
    findings: [...ofSignature.findings, ...ofArchive.findings],
  };
}

interface Kind {
  is(element: XmlElement): boolean;
  /** What such a timestamp is over, given how many unsigned properties stand before it. */
  dataOf(before: number, how: Canonicalisation): Uint8Array;
}

function judgeAll(signature: ReadSignature, { crypto, spacing }: Context, { is, dataOf }: Kind) {
  const findings: XadesFinding[] = [];
  const reports: SignatureTimestampReport[] = [];
  for (const [before, element] of signature.unsignedProperties.entries()) {
    if (!is(element)) continue;
    const { tokens, form } = readTimestamp(element, spacing);
    const signedBytes = dataOf(before, form);
    for (const token of tokens) {
      const code = judge(token, signedBytes, crypto);
      if (code !== undefined) findings.push({ code, where: placeOf(element) });
      reports.push({ token, signedBytes, imprintOk: code === undefined });
    }
  }
  return { reports, findings };
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
