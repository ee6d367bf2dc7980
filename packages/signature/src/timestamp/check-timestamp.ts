import type { Certificate } from '../certificate/certificate.ts';
import { defined } from '../certificate/extensions.ts';
import {
  conclude,
  type Finding,
  failed,
  type Indication,
  indeterminate,
  type SubIndication,
} from '../certificate/indication.ts';
import { type PathReport, validatePath } from '../certificate/validate-path.ts';
import type { PathInput } from '../certificate/validate-path-input.ts';
import { checkSignedData } from '../cms/check-signed-data.ts';
import { contentTypeOid } from '../cms/content-types.ts';
import { type DigestSource, digestFrom } from '../crypto/index.ts';
import { toHex } from '../der/simple-values.ts';
import { equalBytes } from '../der/writer.ts';
import { namesItsAuthority } from './authority-name.ts';
import { parseTimestampToken, type TimestampToken } from './timestamp-token.ts';

export interface TimestampCheckInput
  extends Pick<PathInput, 'anchors' | 'intermediates' | 'crls' | 'ocsps' | 'crypto' | 'policy' | 'now'> {
  /** ContentInfo, DER. */
  readonly token: Uint8Array;
  /** What the token must be over. Always recomputed for this very signature: tokens can be copied. */
  readonly imprintOf: DigestSource;
  /** Of the request, when one waits for the answer. */
  readonly nonce?: Uint8Array;
  /** OIDs; any when absent. */
  readonly acceptablePolicies?: readonly string[];
  /**
   * When the token is known to have existed, from elsewhere (an archive timestamp, the transparency log), epoch ms.
   * Absent, its own time is believed, unless its authority's key was compromised later.
   */
  readonly knownSince?: number;
  readonly revocation?: PathInput['revocation'];
}

export interface TimestampReport {
  readonly indication: Indication;
  readonly subIndication?: SubIndication;
  /** Epoch milliseconds; only to be relied on when the indication is `passed`. */
  readonly genTime?: number;
  /** Milliseconds to either side. */
  readonly accuracy?: number;
  readonly serialNumber?: string;
  readonly policy?: string;
  /** The timestamp authority's. */
  readonly certificate?: Certificate;
  readonly imprintOk: boolean;
  readonly path?: PathReport;
  readonly findings: readonly Finding[];
  /** Length of the token, bytes. */
  readonly tokenBytes: number;
}

/** Checks one token wholly; never throws for a bad one. @spec RFC 3161, RFC 5816, EN 319 102-1 5.4 */
export async function checkTimestampToken(input: TimestampCheckInput): Promise<TimestampReport> {
  const tokenBytes = input.token.length;
  const token = readable(input.token);
  if (typeof token === 'string') {
    const findings = [failed('FORMAT_FAILURE', token)];
    return { ...conclude(findings), imprintOk: false, findings, tokenBytes };
  }
  const { info, signedData } = token;
  const signed = await checkSignedData({
    ...{ signedData, contentType: contentTypeOid.timestampInfo, allowSigningCertificateV1: true },
    certificates: input.intermediates.map((given) => (given instanceof Uint8Array ? given : given.der)),
    crypto: input.crypto,
  });
  const { certificate } = signed;
  const path = certificate && (await authorityPath(certificate, token, input));
  const imprintOk = imprintFits(token, input);
  const findings = [
    ...(imprintOk ? [] : [failed('HASH_FAILURE', 'timestamp is over something else')]),
    ...signed.findings,
    ...(certificate === undefined || namesItsAuthority(info, certificate) ? [] : [otherAuthority]),
    ...requestFindings(token, input),
    ...(path?.findings ?? []),
    ...(path === undefined ? [] : laterFindings(path, input)),
  ];
  const { genTime, serialNumber, policy, accuracy } = info;
  const told = { genTime, serialNumber, policy, ...defined({ accuracy, certificate, path }) };
  return { ...conclude(findings), ...told, imprintOk, findings, tokenBytes };
}

function authorityPath(leaf: Certificate, { info, signedData }: TimestampToken, input: TimestampCheckInput) {
  const { anchors, crypto, crls = [], ocsps = [], revocation = 'required' } = input;
  const intermediates = [...signedData.certificates, ...input.intermediates];
  const evidence = { crls, ocsps, revocation, ...defined({ policy: input.policy, now: input.now }) };
  return validatePath({ leaf, intermediates, anchors, at: info.genTime, crypto, purpose: 'timeStamping', ...evidence });
}

function imprintFits({ info }: TimestampToken, { imprintOf, crypto }: TimestampCheckInput): boolean {
  const { algorithm, digest } = info.imprint;
  if (algorithm === undefined || algorithm === 'sha-1') return false;
  return equalBytes(digest, digestFrom(imprintOf, algorithm, crypto));
}

function requestFindings({ info }: TimestampToken, input: TimestampCheckInput): readonly Finding[] {
  const findings: Finding[] = [];
  if (input.nonce !== undefined && info.nonce !== toHex(input.nonce).replace(/^(00)+(?=..)/, '')) {
    findings.push(failed('SIG_CONSTRAINTS_FAILURE', 'timestamp answers another request'));
  }
  if (input.acceptablePolicies?.includes(info.policy) === false) {
    findings.push(indeterminate('SIG_CONSTRAINTS_FAILURE', `timestamp policy ${info.policy} is not accepted`));
  }
  return findings;
}

const otherAuthority = indeterminate(
  'SIG_CONSTRAINTS_FAILURE',
  'timestamp names another authority than its certificate',
);

/** After these, tokens from before remain good; after any other reason they could be forged. @spec RFC 3161 4 */
const harmlessReasons: readonly string[] = ['affiliationChanged', 'superseded', 'cessationOfOperation'];

function laterFindings({ revocation, path }: PathReport, { knownSince }: TimestampCheckInput): readonly Finding[] {
  const [certificate] = path;
  const findings: Finding[] = [];
  if (knownSince !== undefined && certificate !== undefined && knownSince > certificate.notAfter) {
    findings.push(indeterminate('OUT_OF_BOUNDS_NO_POE', 'not known to be older than the end of its authority'));
  }
  const later = revocation.status === 'good' ? revocation.revokedLater : undefined;
  if (
    later !== undefined &&
    !harmlessReasons.includes(later.reason) &&
    !(knownSince !== undefined && knownSince < later.at)
  ) {
    findings.push(indeterminate('REVOKED_NO_POE', `timestamp authority revoked later (${later.reason})`));
  }
  return findings;
}

function readable(bytes: Uint8Array): TimestampToken | string {
  try {
    return parseTimestampToken(bytes);
  } catch (error) {
    return String(error);
  }
}
