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
  /** Answers of `validatePath` by everything they depend on. */
  readonly paths: Map<string, Promise<PathReport>>;
  /** Addresses before the look-up code that renditions were found to print. */
  readonly lookupBases: Set<string>;
}

/** @throws SignatureError `certificate-malformed` when an anchor cannot be read */
export function prepareTrust(trust: Trust, crypto: CryptoPort): PreparedTrust {
  return {
    trust,
    crypto: keepingVerify(crypto),
    anchors: trust.anchors.map(parseCertificate),
    intermediates: trust.intermediates.map(parseCertificate),
    crls: trust.crls.map((der) => readOr(der, parseCrl)),
    ocsps: trust.ocsps.map((der) => readOr(der, parseOcspResponse)),
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
