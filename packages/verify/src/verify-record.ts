import { hocbaNamespace } from '@hocba/record';
import { certificateNotRevoked } from './checks/certificate-not-revoked.ts';
import { certificateTrusted } from './checks/certificate-trusted.ts';
import { contentIntact } from './checks/content-intact.ts';
import { logged } from './checks/logged.ts';
import { notRecalled } from './checks/not-recalled.ts';
import { pdfMatchesXml } from './checks/pdf-matches-xml.ts';
import { pdfSignatureValid } from './checks/pdf-signature-valid.ts';
import { resultsFollowRules } from './checks/results-follow-rules.ts';
import { schemaValid } from './checks/schema-valid.ts';
import { signatureScope } from './checks/signature-scope.ts';
import { signatureValid } from './checks/signature-valid.ts';
import { signaturesComplete } from './checks/signatures-complete.ts';
import { signerAuthorised } from './checks/signer-authorised.ts';
import { timestampValid } from './checks/timestamp-valid.ts';
import { isPrepared, type VerifyContext, type VerifyOptions } from './context.ts';
import { gatherPdf } from './facts/gather-pdf.ts';
import { gatherSignatures } from './facts/gather-signatures.ts';
import { gatherXml } from './facts/gather-xml.ts';
import type { RecordFacts } from './facts/record-facts.ts';
import { looksLikeRecord, recognise } from './recognise.ts';
import type { Check, VerificationReport } from './report.ts';
import { type PreparedTrust, prepareTrust, type Trust } from './trust.ts';
import { whyUnread } from './words/read-words.ts';
import { concludeReport, unreadableReport } from './write-report.ts';

type RecordCheck = (facts: RecordFacts) => Check | Promise<Check>;

const xmlChecks: readonly RecordCheck[] = [
  schemaValid,
  contentIntact,
  signatureValid,
  signatureScope,
  signaturesComplete,
  certificateTrusted,
  certificateNotRevoked,
  timestampValid,
  signerAuthorised,
  resultsFollowRules,
  logged,
  notRecalled,
];

const pdfChecks: readonly RecordCheck[] = [pdfSignatureValid, pdfMatchesXml, ...xmlChecks];

/**
 * Verifies one record, XML or PDF by content. Needs no network and never throws for what the file holds: whatever is
 * wrong with it is in the report. Hand in a prepared trust to verify many.
 */
export async function verifyRecordFile(
  bytes: Uint8Array,
  trust: Trust | PreparedTrust,
  options: VerifyOptions,
): Promise<VerificationReport> {
  const prepared = isPrepared(trust) ? trust : prepareTrust(trust, options.crypto);
  const context: VerifyContext = { ...options, trust: prepared };
  const facts = await gather(bytes, context);
  if (typeof facts === 'string') return unreadableReport(facts, { kind: recognise(bytes) ?? null, at: options.at });
  const checks: Check[] = [];
  for (const check of facts.kind === 'xml' ? xmlChecks : pdfChecks) checks.push(await check(facts));
  return concludeReport(facts, checks);
}

/** The facts, or a sentence why there are none. */
async function gather(bytes: Uint8Array, context: VerifyContext): Promise<RecordFacts | string> {
  const kind = recognise(bytes);
  switch (kind) {
    case 'xml':
      return gatherXmlRecord(bytes, context);
    case 'pdf':
      return gatherPdfRecord(bytes, context);
    case undefined:
      return 'Tệp không phải XML hay PDF. Hãy chọn tệp học bạ số (.xml hoặc .pdf).';
  }
}

async function gatherXmlRecord(bytes: Uint8Array, context: VerifyContext): Promise<RecordFacts | string> {
  const xml = await gatherXml(bytes, context);
  const isRecord = xml.document ? isRecordRoot(xml.document.root) : looksLikeRecord(bytes);
  if (!isRecord && !looksLikeRecord(bytes)) return 'Tệp XML này không phải học bạ số, hoặc hỏng đến mức không nhận ra.';
  return { kind: 'xml', context, xml, signatures: await gatherSignatures({ xml }, context) };
}

async function gatherPdfRecord(bytes: Uint8Array, context: VerifyContext): Promise<RecordFacts | string> {
  const { pdf, embeddedXml } = await gatherPdf(bytes, context);
  if (!embeddedXml && !pdf.damage.mapped && pdf.reports.length === 0) {
    return pdf.readProblem === undefined
      ? 'Tệp PDF này không phải học bạ số: không có dữ liệu gốc và con dấu số.'
      : `Tệp PDF hỏng, không đọc được${whyUnread(pdf.readProblem.code)}.`;
  }
  const xml = embeddedXml && (await gatherXml(embeddedXml, context));
  const signatures = await gatherSignatures({ xml, pdf }, context);
  return { kind: 'pdf', context, pdf, signatures, ...(xml && { xml }) };
}

function isRecordRoot({ namespace }: { readonly namespace: string }): boolean {
  return namespace === hocbaNamespace;
}
