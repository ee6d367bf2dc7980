import {
  type Certificate,
  type Crl,
  type CryptoPort,
  type OcspResponse,
  type PathReport,
  parseCertificate,
  parseCrl,
  parseOcspResponse,
} from '@hocba/signature';
import { keepingVerify } from './keeping-verify.ts';

/** What a verifier must be told; nothing of it is taken from the file. All DER. */
export interface Trust {
  readonly anchors: readonly Uint8Array[];
  readonly intermediates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
  /** Approved seals by school; absent: nothing is known of seals. */
  readonly issuers?: readonly ApprovedIssuer[];
  /** The day the list of seals is of. */
  readonly issuersAsOf?: string;
}

/** Con dấu số được phê duyệt của một trường. */
export interface ApprovedIssuer {
  readonly schoolId: string;
  /** SHA-256 of each seal certificate, lower-case hex. */
  readonly sealCertificateSha256: readonly string[];
  /** ISO 8601 date or time; both ends included. */
  readonly validFrom: string;
  readonly validTo?: string;
}

/** A trust read once, for as many records as one likes; also keeps what was found about equal questions. */
export interface PreparedTrust {
  readonly trust: Trust;
  readonly crypto: CryptoPort;
  readonly anchors: readonly Certificate[];
  readonly intermediates: readonly Certificate[];
  readonly crls: readonly (Uint8Array | Crl)[];
  readonly ocsps: readonly (Uint8Array | OcspResponse)[];
  /** A certificate, parsed once for equal bytes. Throws `certificate-malformed`. */
  certificate(der: Uint8Array): Certificate;
  /** Answers of `validatePath` by everything they depend on. */
  readonly paths: Map<string, Promise<PathReport>>;
  /** Addresses before the look-up code that renditions were found to print. */
  readonly lookupBases: Set<string>;
}

const mostKept = 4_000;

/** @throws SignatureError `certificate-malformed` when an anchor cannot be read */
export function prepareTrust(trust: Trust, crypto: CryptoPort): PreparedTrust {
  const port = keepingVerify(crypto);
  const kept = new Map<string, Certificate>();
  const certificate = (der: Uint8Array): Certificate => {
    const key = hexOf(crypto.digest('sha-256', der));
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= mostKept) kept.clear();
    const parsed = parseCertificate(der);
    kept.set(key, parsed);
    return parsed;
  };
  return {
    trust,
    crypto: port,
    anchors: trust.anchors.map(certificate),
    intermediates: trust.intermediates.map(certificate),
    crls: trust.crls.map((der) => readOr(der, parseCrl)),
    ocsps: trust.ocsps.map((der) => readOr(der, parseOcspResponse)),
    certificate,
    paths: new Map(),
    lookupBases: new Set(),
  };
}

/** Evidence that cannot be read stays as it is, so that path validation tells of it. */
function readOr<T>(der: Uint8Array, parse: (der: Uint8Array) => T): Uint8Array | T {
  try {
    return parse(der);
  } catch {
    return der;
  }
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
