import { type SignatorySlot, slotLabel, slotOfSignatureId, type YearSheet } from '@hocba/record';
import {
  type Certificate,
  checkTimestampToken,
  checkToken,
  type DigestSource,
  type PadesReport,
  parseCertificate,
  parseTimestampToken,
  type TimestampReport,
  unsignedFindings,
  type XadesReport,
} from '@hocba/signature';
import type { VerifyContext } from '../context.ts';
import type { PreparedTrust } from '../trust.ts';
import { pathAt } from './path-at.ts';
import type { PdfFacts, SignatureFacts, TimestampFacts, XmlFacts } from './record-facts.ts';
import { bestTime } from './revocation-findings.ts';

/** Judges certificate, path and timestamp of every signature, those of the XML first. */
export async function gatherSignatures(
  { xml, pdf }: { readonly xml?: XmlFacts | undefined; readonly pdf?: PdfFacts | undefined },
  context: VerifyContext,
): Promise<readonly SignatureFacts[]> {
  const facts: SignatureFacts[] = [];
  for (const report of xml?.xades ?? []) facts.push(await xadesSignature(report, xml?.sheet, context));
  for (const report of pdf?.reports ?? []) {
    if (report.kind === 'signature') facts.push(await padesSignature(report, xml?.sheet, context));
  }
  return facts;
}

async function xadesSignature(
  report: XadesReport,
  sheet: YearSheet | undefined,
  context: VerifyContext,
): Promise<SignatureFacts> {
  const slot = report.id === undefined ? undefined : slotOfSignatureId(report.id);
  const certificate = readable(report.certificate);
  const name = sheet?.signatories.find((each) => each.slot === slot)?.name ?? certificate?.subject.commonName ?? '';
  const timestamps = await Promise.all(
    report.timestamps.map(({ token, signedBytes, imprintOk }) =>
      judgeTimestamp({ token, imprintOf: { data: signedBytes }, imprintOk }, context),
    ),
  );
  const judged = await judge({ certificate, chain: report.certificatesInFile, timestamps }, context);
  return { format: 'xades', report, slot, name, who: whoIs(slot, name, sheet), ...judged };
}

async function padesSignature(
  report: PadesReport,
  sheet: YearSheet | undefined,
  context: VerifyContext,
): Promise<SignatureFacts> {
  const certificate = report.certificate && readable(report.certificate.der);
  const name = certificate?.subject.commonName ?? report.signerName ?? '';
  const timestamps = await Promise.all(
    report.timestamps.map(({ token, imprintOk }) =>
      judgeTimestamp({ token, imprintOf: { digest: digestIn(token) }, imprintOk }, context),
    ),
  );
  const judged = await judge({ certificate, chain: report.certificates, timestamps }, context);
  const slot = padesSlot(name, sheet);
  const who = slot === 'pdfSeal' ? `con dấu của ${name}` : whoIs(slot, name, sheet);
  return { format: 'pades', report, slot, name, who: `${who} trên PDF`, ...judged };
}

/** Some schools have the principal sign the PDF too; whoever is no signatory of the sheet signs as the seal, and is held to it. */
function padesSlot(name: string, sheet: YearSheet | undefined): SignatorySlot | 'pdfSeal' {
  const signatory = sheet?.signatories.find((each) => each.slot !== 'organisationSeal' && each.name === name);
  return signatory?.slot ?? 'pdfSeal';
}

function whoIs(slot: SignatorySlot | undefined, name: string, sheet: YearSheet | undefined): string {
  if (slot === undefined) return `chữ ký không rõ vị trí ${name}`.trim();
  if (slot === 'organisationSeal') return name ? `con dấu của ${name}` : 'con dấu của trường';
  const label = slotLabel(slot, sheet);
  return `${label.charAt(0).toLowerCase()}${label.slice(1)} ${name}`.trim();
}

interface Judged {
  readonly certificate: Certificate | undefined;
  readonly chain: readonly Uint8Array[];
  readonly timestamps: readonly TimestampFacts[];
}

/** The path is judged at the proven time, or without one at the time of verification. */
async function judge({ certificate, chain, timestamps }: Judged, context: VerifyContext) {
  const provenAt = bestTime(timestamps);
  const time = { timestamps, ...(provenAt === undefined ? {} : { provenAt }) };
  if (!certificate) return time;
  const path = await pathAt(
    { leaf: certificate, chain, at: provenAt ?? context.at, timeProven: provenAt !== undefined },
    context,
  );
  return { ...time, certificate, path };
}

interface TimestampQuestion {
  readonly token: Uint8Array;
  readonly imprintOf: DigestSource;
  readonly imprintOk: boolean;
}

async function judgeTimestamp(
  { token, imprintOf, imprintOk }: TimestampQuestion,
  { trust }: VerifyContext,
): Promise<TimestampFacts> {
  const { anchors, intermediates, crls, ocsps, crypto } = trust;
  const report = await checkTimestampToken({ token, imprintOf, anchors, intermediates, crls, ocsps, crypto });
  return {
    imprintOk: imprintOk && report.imprintOk,
    report,
    damage: await tokenDamage({ token, imprintOf }, report, trust),
  };
}

/** Of a token whose authority is unknown nobody can tell what is damaged; that it is unknown is told elsewhere. */
async function tokenDamage(
  { token, imprintOf }: Pick<TimestampQuestion, 'token' | 'imprintOf'>,
  report: TimestampReport,
  { trust, crypto }: PreparedTrust,
): Promise<readonly string[]> {
  const trusted = [...trust.anchors, ...trust.intermediates];
  const [first, ...more] = report.findings.map(({ subIndication }) => subIndication);
  if (report.findings.length === 0) {
    const odd = await unsignedFindings(parseTimestampToken(token), {
      certificate: report.certificate,
      crypto,
      trusted,
    });
    return odd.map(({ detail }) => detail);
  }
  const unknown = first === 'NO_CERTIFICATE_CHAIN_FOUND' && more.length === 0;
  const { findings, certificate } = await checkToken({ token, imprintOf, crypto, trusted });
  if (unknown || (!certificate && !carriesCertificates(token))) return [];
  return findings.filter(({ code }) => code !== 'timestamp-mismatch').map(({ detail }) => detail);
}

function carriesCertificates(token: Uint8Array): boolean {
  try {
    return parseTimestampToken(token).signedData.certificates.length > 0;
  } catch {
    return true;
  }
}

/** checkPades has compared the imprint with the signature; here only the token itself is asked about. */
function digestIn(token: Uint8Array): Uint8Array {
  try {
    return parseTimestampToken(token).info.imprint.digest;
  } catch {
    return new Uint8Array();
  }
}

function readable(der: Uint8Array | undefined): Certificate | undefined {
  try {
    return der && parseCertificate(der);
  } catch {
    return undefined;
  }
}
