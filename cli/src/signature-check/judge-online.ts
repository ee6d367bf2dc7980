import {
  buildOcspRequest,
  type Certificate,
  joinMaterial,
  judgeSignature,
  readMaterial,
  type SignatureEvidence,
  type SignatureJudgement,
  type TimestampJudgement,
  type ValidationContext,
} from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import { fetchBytes } from './fetch-bytes.ts';

/** Each round may find a certificate that leads to the next. */
const mostRounds = 4;
/** Of those one certificate names for the same thing: a hostile one names thousands that never answer. */
const mostPlaces = 4;

/**
 * Judges, fetches what was missing from where the certificates say (issuers, OCSP, lists), and judges again, until nothing
 * more is to be had. What is fetched is judged like anything else: it is trusted for nothing.
 */
export async function judgeOnline(evidence: SignatureEvidence, given: ValidationContext): Promise<SignatureJudgement> {
  const asked = new Set<string>();
  let context = given;
  let judgement = await judgeSignature(evidence, context);
  for (let round = 0; round < mostRounds && judgement.indication === 'INDETERMINATE'; round++) {
    const fetched = await fetchMissing([judgement, ...judgement.timestamps], asked);
    if (fetched === undefined) break;
    context = { ...context, material: joinMaterial(context.material, fetched) };
    judgement = await judgeSignature(evidence, context);
  }
  return judgement;
}

type Judged = SignatureJudgement | TimestampJudgement;

async function fetchMissing(judged: readonly Judged[], asked: Set<string>) {
  const paths = judged.filter(({ indication }) => indication === 'INDETERMINATE').map(({ path }) => path);
  const wanted = paths.flatMap((path) => path.map((certificate, i) => ({ certificate, issuer: path[i + 1] })));
  const once = wanted.filter(({ certificate, issuer }) =>
    isNew(`${fingerprint(certificate)}${issuer !== undefined}`, asked),
  );
  if (once.length === 0) return undefined;
  const found = await Promise.all(
    once.map(({ certificate, issuer }) =>
      issuer === undefined ? fetchIssuers(certificate) : fetchRevocation(certificate, issuer),
    ),
  );
  return joinMaterial(...found);
}

function isNew(key: string, asked: Set<string>): boolean {
  if (asked.has(key)) return false;
  asked.add(key);
  return true;
}

function fingerprint({ der }: Certificate): string {
  return Buffer.from(nodeCrypto.digest('sha-256', der)).toString('hex');
}

/** A certificate that stands at the end of its path: its issuer is missing, unless it is the anchor. */
async function fetchIssuers({ extensions }: Certificate) {
  const certificates = await fetchAll(extensions.caIssuersUrls);
  return readMaterial({ certificates, crls: [], ocsps: [] });
}

/** An answer where one is given, a list where not. */
async function fetchRevocation(certificate: Certificate, issuer: Certificate) {
  const { ocspUrls, crlUrls } = certificate.extensions;
  const request = buildOcspRequest({ certificate, issuer, crypto: nodeCrypto });
  const ocsps = await fetchAll(ocspUrls, { body: request, type: 'application/ocsp-request' });
  const crls = ocsps.length > 0 ? [] : await fetchAll(crlUrls);
  return readMaterial({ certificates: [], crls, ocsps });
}

/** From the first place that answers. */
async function fetchAll(
  urls: readonly string[],
  post?: { readonly body: Uint8Array; readonly type: string },
): Promise<readonly Uint8Array[]> {
  for (const url of urls.slice(0, mostPlaces)) {
    const bytes = await fetchBytes(url, post);
    if (bytes !== undefined) return [bytes];
  }
  return [];
}
