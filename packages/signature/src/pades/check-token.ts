import type { Certificate } from '../certificate/index.ts';
import { checkSignedData, contentTypeOid } from '../cms/index.ts';
import { type CryptoPort, type DigestSource, digestFrom } from '../crypto/index.ts';
import { equalBytes } from '../der/writer.ts';
import { SignatureError } from '../errors.ts';
import { parseTimestampToken, type TimestampToken } from '../timestamp/index.ts';
import { isBagWhole, isFrameRight } from './cms-frame.ts';
import { type PadesFinding, padesFinding } from './pades-finding.ts';

/** A timestamp in a PDF: whole and over the right bytes. Whether its authority is trusted: `checkTimestampToken`. */
export interface PadesTimestamp {
  /** ContentInfo, DER. */
  readonly token: Uint8Array;
  /** Epoch milliseconds; claimed until the authority is checked. */
  readonly genTime?: number;
  readonly imprintOk: boolean;
  readonly signatureOk: boolean;
  /** The authority's. */
  readonly certificate?: Certificate;
  readonly findings: readonly PadesFinding[];
}

export interface TokenCheckInput {
  readonly token: Uint8Array;
  readonly imprintOf: DigestSource;
  readonly crypto: CryptoPort;
  readonly trusted: readonly Uint8Array[];
}

/** @spec RFC 3161 2.4.2, EN 319 122-1 5.3 */
export async function checkToken({ token, imprintOf, crypto, trusted }: TokenCheckInput): Promise<PadesTimestamp> {
  const read = readToken(token);
  if (read === undefined) {
    const findings = [padesFinding('timestamp-malformed', 'the token cannot be read')];
    return { token, imprintOk: false, signatureOk: false, findings };
  }
  const { info, signedData } = read;
  const { algorithm, digest } = info.imprint;
  const imprintOk = algorithm !== undefined && equalBytes(digest, digestFrom(imprintOf, algorithm, crypto));
  const certificates = trusted;
  const contentType = contentTypeOid.timestampInfo;
  const report = await checkSignedData({
    signedData,
    contentType,
    crypto,
    certificates,
    allowSigningCertificateV1: true,
  });
  const findings = [
    ...(imprintOk ? [] : [padesFinding('timestamp-mismatch', 'the token is over something else')]),
    ...report.findings.map(({ detail }) => padesFinding('timestamp-malformed', detail)),
    ...(await unsignedFindings(read, { certificate: report.certificate, crypto, trusted })),
  ];
  const { certificate } = report;
  const signatureOk = report.indication === 'passed';
  return { token, genTime: info.genTime, imprintOk, signatureOk, findings, ...(certificate && { certificate }) };
}

/** What was changed in the token where its own signature does not reach: odd frames, damaged certificates. */
export async function unsignedFindings(
  { der, signedData }: TimestampToken,
  { certificate, crypto, trusted }: UnsignedPartsInput,
): Promise<readonly PadesFinding[]> {
  const whole = await isBagWhole({ signedData, signer: certificate, trusted, crypto });
  const plain = signedData.signers.every(({ unsignedAttributes }) => unsignedAttributes.length === 0);
  return [
    ...(isFrameRight({ der, signedData, certificate }) && plain
      ? []
      : [padesFinding('timestamp-malformed', 'unsigned parts of the token are odd')]),
    ...(whole ? [] : [padesFinding('certificate-bag-damaged', 'a certificate in the token is not whole')]),
  ];
}

export interface UnsignedPartsInput extends Pick<TokenCheckInput, 'crypto' | 'trusted'> {
  /** The authority's, where it was found. */
  readonly certificate: Certificate | undefined;
}

function readToken(token: Uint8Array): TimestampToken | undefined {
  try {
    return parseTimestampToken(token);
  } catch (error) {
    if (error instanceof SignatureError) return undefined;
    throw error;
  }
}
