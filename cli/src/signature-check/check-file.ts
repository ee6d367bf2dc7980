import {
  defaultValidationPolicy,
  judgeSignature,
  parseCertificate,
  parseValidationPolicy,
  readMaterial,
  type SignatureJudgement,
  type ValidationContext,
} from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import type { CheckJob } from './check-job.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { judgeOnline } from './judge-online.ts';
import { readSignatures } from './read-signatures.ts';
import { signatureEntry } from './signature-entry.ts';
import type { SignatureFileReport } from './signature-report.ts';
import { unreadableSentence } from './unreadable-sentence.ts';

/** What all files are judged by; read once a worker. */
export function contextOf({ anchors, material, at, policy }: CheckJob): ValidationContext {
  return {
    anchors: anchors.map((anchor) => ({ ...anchor, certificate: parseCertificate(anchor.certificate) })),
    material: readMaterial(material),
    at,
    policy: policy === undefined ? defaultValidationPolicy : parseValidationPolicy(policy),
    crypto: nodeCrypto,
  };
}

/** Judges every signature of one file. What cannot be read is a report as well, never an error. */
export async function checkFile(
  bytes: Uint8Array,
  context: ValidationContext,
  job: CheckJob,
): Promise<SignatureFileReport> {
  const kind = fileKind(bytes);
  if (kind === undefined) {
    return withoutSignatures('unreadable', { kind: null, at: job.at, sentence: unknownKind });
  }
  try {
    const evidence = await readSignatures(bytes, kind, job);
    if (evidence.length === 0) return withoutSignatures('unsigned', { kind, at: job.at, sentence: noSignature(kind) });
    const judge = job.online ? judgeOnline : judgeSignature;
    const judgements: SignatureJudgement[] = [];
    for (const one of evidence) judgements.push(await judge(one, context));
    return reported(judgements, kind, job.at);
  } catch (error) {
    return withoutSignatures('unreadable', { kind, at: job.at, sentence: unreadableSentence(error) });
  }
}

const unknownKind = 'Không phải tệp XML, PDF hay tệp chữ ký CMS.';
const noSignature = (kind: FileKind) =>
  kind === 'timestamp'
    ? 'Tệp là dấu thời gian đứng riêng, không phải chữ ký số; lệnh này không kiểm tra.'
    : 'Tệp không có chữ ký số nào.';

/** The report on a file with nothing to judge. */
export function withoutSignatures(
  outcome: 'unsigned' | 'unreadable',
  { kind, at, sentence }: { kind: FileKind | null; at: number; sentence: string },
): SignatureFileReport {
  return { outcome, kind, sentence, at: new Date(at).toISOString(), signatures: [] };
}

function reported(judgements: readonly SignatureJudgement[], kind: FileKind, at: number): SignatureFileReport {
  const has = (indication: SignatureJudgement['indication']) => judgements.some((one) => one.indication === indication);
  const outcome = has('TOTAL-FAILED') ? 'invalid' : has('INDETERMINATE') ? 'indeterminate' : 'valid';
  const sentence = sentences[outcome](judgements.length);
  return { outcome, kind, sentence, at: new Date(at).toISOString(), signatures: judgements.map(signatureEntry) };
}

const sentences = {
  valid: (count: number) =>
    count === 1 ? 'Chữ ký số trong tệp hợp lệ.' : `Cả ${count} chữ ký số trong tệp đều hợp lệ.`,
  invalid: () => 'Tệp có chữ ký số không hợp lệ.',
  indeterminate: () => 'Chưa đủ căn cứ để kết luận về mọi chữ ký số trong tệp.',
} as const;
