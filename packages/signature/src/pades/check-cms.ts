import type { Certificate } from '../certificate/index.ts';
import { contentTypeOid } from '../cms/content-types.ts';
import { attributeOid, checkSignedData, parseSignedData, type SignedData, type SignerInfo } from '../cms/index.ts';
import type { CryptoPort, DigestSource } from '../crypto/index.ts';
import { SignatureError } from '../errors.ts';
import { checkToken, type PadesTimestamp } from './check-token.ts';
import { type FrameInput, isBagWhole, isFrameRight } from './cms-frame.ts';
import { cmsFinding, type PadesFinding, padesFinding } from './pades-finding.ts';

export interface CmsCheckInput {
  readonly cms: Uint8Array;
  readonly covered: DigestSource;
  readonly crypto: CryptoPort;
  readonly trusted: readonly Uint8Array[];
}

export interface CmsCheck {
  readonly digestOk: boolean;
  readonly signatureOk: boolean;
  readonly certificate?: Certificate;
  /** DER, as in the signature. */
  readonly certificates: readonly Uint8Array[];
  readonly timestamps: readonly PadesTimestamp[];
  readonly findings: readonly PadesFinding[];
}

export const unreadableCms = { digestOk: false, signatureOk: false, certificates: [], timestamps: [] };

/** The signature value and all that PAdES asks of its CMS. @spec EN 319 142-1 5.3, 6.3 */
export async function checkCms({ cms, covered, crypto, trusted }: CmsCheckInput): Promise<CmsCheck> {
  const signedData = readCms(cms);
  if (signedData === undefined) {
    return { ...unreadableCms, findings: [padesFinding('cms-malformed', '/Contents is no CMS signature in DER')] };
  }
  const report = await checkSignedData({ signedData, detached: covered, crypto });
  const timestamps = await timestampsOf(signedData.signers[0], { crypto, trusted });
  const whole = await isBagWhole({ signedData, signer: report.certificate, trusted, crypto });
  const findings = [
    ...report.findings.map(cmsFinding),
    ...profileFindings({ der: cms, signedData, certificate: report.certificate }),
    ...(whole ? [] : [padesFinding('certificate-bag-damaged', 'a certificate beside the signatory’s is not whole')]),
    ...timestamps.flatMap((timestamp) => timestamp.findings),
  ];
  const { digestOk, signatureOk, certificate } = report;
  const { certificates } = signedData;
  return { digestOk, signatureOk, certificates, timestamps, findings, ...(certificate && { certificate }) };
}

export function readCms(cms: Uint8Array): SignedData | undefined {
  try {
    return parseSignedData(cms);
  } catch (error) {
    if (error instanceof SignatureError) return undefined;
    throw error;
  }
}

function profileFindings(frame: FrameInput): readonly PadesFinding[] {
  const { signedData } = frame;
  const [signer] = signedData.signers;
  const findings: PadesFinding[] = [];
  if (!isFrameRight(frame) || signedData.contentType !== contentTypeOid.data) {
    findings.push(padesFinding('cms-frame-odd', 'unsigned parts of the CMS are not as they must be'));
  }
  if (signedData.content !== undefined) findings.push(padesFinding('cms-content-inside', 'the CMS carries content'));
  if (signer?.signedAttributes.some(({ oid }) => oid === attributeOid.signingTime)) {
    findings.push(padesFinding('signing-time-inside', 'signing-time attribute beside /M'));
  }
  const odd = signer?.unsignedAttributes.filter(
    ({ oid, values }) => oid !== attributeOid.signatureTimestamp || values.length !== 1,
  );
  if (odd !== undefined && odd.length > 0) {
    findings.push(padesFinding('unsigned-attribute-odd', `unsigned attribute ${odd[0]?.oid}`));
  }
  return findings;
}

async function timestampsOf(
  signer: SignerInfo | undefined,
  context: { readonly crypto: CryptoPort; readonly trusted: readonly Uint8Array[] },
): Promise<readonly PadesTimestamp[]> {
  if (signer === undefined) return [];
  const tokens = signer.unsignedAttributes
    .filter(({ oid }) => oid === attributeOid.signatureTimestamp)
    .flatMap(({ values }) => values.map(({ bytes }) => bytes));
  return Promise.all(tokens.map((token) => checkToken({ token, imprintOf: { data: signer.signature }, ...context })));
}
