import { createHash } from 'node:crypto';
import { readYearSheet, roleCode, slotOfSignatureId, type YearSheet } from '@hocba/record';
import { renderYearSheet, type YearSheetRendition } from '@hocba/rendition';
import { checkXades, completePades, parseXml, preparePades, signatureValueForTimestamp } from '@hocba/signature';
import { nodeCrypto, nodePdfTools, signData } from '@hocba/signature/node';
import { type SampleAuthority, type SampleIdentity, sampleTime } from './sample-authority.ts';

export interface RenditionOrder {
  readonly recordXml: Uint8Array;
  readonly lookupBaseUrl?: string;
  /** What the pages show instead of what the XML says. */
  readonly shown?: YearSheet;
}

/** The rendition of a record as the product makes it. */
export async function renderRecord(order: RenditionOrder): Promise<Uint8Array> {
  return renderYearSheet(await renditionOfRecord(order));
}

/** All that the form is drawn from. */
export async function renditionOfRecord({
  recordXml,
  lookupBaseUrl = 'https://hocba.example/t/',
  shown,
}: RenditionOrder): Promise<YearSheetRendition> {
  const document = parseXml(recordXml);
  const read = readYearSheet(document.root);
  if (!('sheet' in read)) throw new Error(JSON.stringify(read.problems));
  const sheet = shown ?? read.sheet;
  const reports = await checkXades(document, { crypto: nodeCrypto, layout: 'any' });
  return {
    sheet,
    recordXml,
    xmlDigestHex: createHash('sha256').update(recordXml).digest('hex'),
    lookupUrl: `${lookupBaseUrl}${sheet.lookupCode}`,
    signatures: reports.flatMap(({ id = '', signingTime = '' }) => {
      const signatory = sheet.signatories.find((each) => each.slot === slotOfSignatureId(id));
      if (!signatory) return [];
      const { slot, name, position } = signatory;
      return [{ slot, name, position, role: roleCode(slot, sheet), signedAt: signingTime }];
    }),
  };
}

export interface SealOrder {
  readonly pdf: Uint8Array;
  readonly seal: SampleIdentity;
  readonly authority: SampleAuthority;
  readonly certify?: boolean;
  readonly fieldName?: string;
  /** Minutes after everything else. */
  readonly after?: number;
  readonly timestamp?: 'none';
}

/** Sealed as the product seals: certified, timestamped. */
export function sealRendition(order: SealOrder): Uint8Array {
  const { pdf, seal, authority, certify = true, fieldName = 'ConDauSo', after = 60, timestamp } = order;
  const { algorithm, privateKey } = seal.key;
  const at = sampleTime + after * 60_000;
  const prepared = preparePades({
    pdf,
    tools: nodePdfTools,
    crypto: nodeCrypto,
    fieldName,
    ...(certify ? { certify: { docMdp: 2 as const } } : {}),
    signerName: 'Trường Tiểu học Sao Mai',
    reason: 'Phát hành học bạ số',
    location: 'Cần Thơ',
    signingTime: `${new Date(at).toISOString().slice(0, 19)}Z`,
    certificate: seal.certificate,
    chain: seal.chain,
    algorithm,
  });
  const value = signData(privateKey, algorithm, prepared.toBeSigned);
  if (timestamp === 'none') return completePades(prepared, value);
  return completePades(prepared, value, authority.timestamp(signatureValueForTimestamp(value, algorithm), at + 5_000));
}
