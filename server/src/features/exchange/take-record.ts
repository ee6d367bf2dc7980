import type { RecordFiles, RejectionReason, Report, SheetIdentity, Submission } from '@hocba/protocol';
import { yearResultOf } from '@hocba/record';
import type { InstallKind } from '../../config.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import { vietnamDay } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { receiptFor } from '../../platform/exchange/index.ts';
import type { Answer, IncomingMessage, MessageHandler } from '../../platform/messages.ts';
import type { Platform } from '../../platform/platform.ts';
import { isRoot } from '../../registry-chain.ts';
import { cohortOf } from '../carry-over/index.ts';
import { type Examined, examineRecord } from './examine-record.ts';
import { isLate, judgeSubmission } from './judge-submission.ts';
import { publish } from './publish-record.ts';
import { insertRegistryRecord, lockHeld, moveHeld, type NewRegistryRecord, saveRejection } from './registry.store.ts';
import { reportRecord } from './report-record.ts';

type RecordMessage = IncomingMessage<'submission' | 'report'>;

/**
 * Takes a record: from a school (submission, at the root) or from the registry below (report). Verified outside any
 * transaction; what is held, and the answer, are decided and written in one.
 */
export function takeRecord(platform: Platform, from: InstallKind): MessageHandler<'submission' | 'report'> {
  return {
    from: [from],
    take: async (message) => {
      const { sheet } = message.body;
      const examined = mayTake(platform, message)
        ? await examineRecord(platform, { sheet, files: filesOf(message.body), ...submitterOf(message) })
        : { reasons: [notTheRoot] };
      if ('sheet' in examined) await keepFiles(platform, examined);
      return { scope: 'install', effect: (tx) => decide(tx, platform, { message, examined }) };
    },
  };
}

/** Schools hand in at the root; only the root reports upwards. */
function mayTake(platform: Platform, message: RecordMessage): boolean {
  return isRoot(platform) === (message.kind === 'submission');
}

const notTheRoot: RejectionReason = {
  code: 'not-the-root',
  sentence: 'Hệ thống này không phải nơi nhận học bạ loại này. Hãy kiểm tra cấu hình cơ sở dữ liệu học bạ gốc.',
};

function submitterOf(message: RecordMessage): { submitter?: string } {
  return message.kind === 'submission' ? { submitter: message.sender } : {};
}

function filesOf({ recordXml, pdfBase64, xmlDigest, pdfDigest }: Submission | Report): RecordFiles {
  return { recordXml, pdfBase64, xmlDigest, pdfDigest };
}

async function keepFiles(platform: Platform, { xml, pdf }: { xml: Uint8Array; pdf: Uint8Array }): Promise<void> {
  await platform.files.put(xml);
  await platform.files.put(pdf);
}

interface Deciding {
  readonly message: RecordMessage;
  readonly examined: Examined;
}

async function decide(tx: Tx, platform: Platform, { message, examined }: Deciding): Promise<Answer> {
  const { sheet, xmlDigest, pdfDigest } = message.body;
  const at = platform.clock.now();
  const receipt = (reasons: readonly RejectionReason[]) =>
    receiptFor({ inReplyTo: message.messageId, sheet, digests: { xmlDigest, pdfDigest }, reasons, at });
  if ('reasons' in examined) {
    await reject(tx, message, { reasons: examined.reasons, at });
    return receipt(examined.reasons);
  }
  const judged = judgeSubmission(sheet, xmlDigest, await lockHeld(tx, sheet));
  switch (judged.verdict) {
    case 'held':
      return receipt([]);
    case 'reject':
      await reject(tx, message, { reasons: judged.reasons, at });
      return receipt(judged.reasons);
    case 'take':
      await accept(tx, platform, { message, record: rowOf(platform, message, examined), replaces: judged.replaces });
      return receipt([]);
  }
}

interface Accepting {
  readonly message: RecordMessage;
  readonly record: NewRegistryRecord;
  readonly replaces: readonly number[];
}

async function accept(tx: Tx, platform: Platform, { message, record, replaces }: Accepting): Promise<void> {
  const { recordId, schoolYear } = record;
  for (const version of replaces) {
    await moveHeld(tx, { recordId, schoolYear, version }, { from: ['received'], to: 'replaced' });
  }
  await insertRegistryRecord(tx, record);
  await reportRecord(tx, platform, record);
  for (const version of replaces) {
    await publish(tx, platform, { sheet: { ...message.body.sheet, version }, state: 'replaced' });
  }
  const { xmlDigest, pdfDigest } = record;
  await publish(tx, platform, { sheet: message.body.sheet, state: 'received', files: { xmlDigest, pdfDigest } });
  await writeAudit(tx, {
    schoolId: record.schoolId,
    by: message.sender,
    at: platform.clock.now(),
    action: 'receiveRecord',
    subject: { kind: 'registryRecord', id: `${recordId}/${schoolYear}/${record.version}` },
    details: { messageId: message.messageId, xmlDigest, replaces, late: record.late },
  });
}

function rowOf(
  platform: Platform,
  message: RecordMessage,
  { sheet }: Extract<Examined, { sheet: unknown }>,
): NewRegistryRecord {
  const { body, sender, messageId } = message;
  const at = platform.clock.now();
  const cohort = cohortOf(sheet);
  const { schoolYear, grade } = sheet;
  const step = message.kind === 'submission' ? 'schoolToRegistry' : 'provinceToMinistry';
  return {
    ...body.sheet,
    schoolName: sheet.school.name,
    studentName: sheet.student.fullName,
    yearResult: yearResultOf(sheet),
    cohort,
    xmlDigest: body.xmlDigest,
    pdfDigest: body.pdfDigest,
    state: 'received',
    late: isLate(platform.profile.deadlines, { schoolYear, step, cohort, grade, day: vietnamDay(at) }),
    sender,
    submissionId: messageId,
    receivedAt: at,
    lockedAt: null,
    effectiveDate: null,
    reportOutcome: null,
  };
}

async function reject(
  tx: Tx,
  { body, sender, messageId }: RecordMessage,
  { reasons, at }: { reasons: readonly RejectionReason[]; at: Date },
): Promise<void> {
  const sheet: SheetIdentity = body.sheet;
  await saveRejection(tx, { sheet, sender, submissionId: messageId, reasons, rejectedAt: at });
  await writeAudit(tx, {
    schoolId: sheet.schoolId,
    by: sender,
    at,
    action: 'rejectRecord',
    subject: { kind: 'registryRecord', id: `${sheet.recordId}/${sheet.schoolYear}/${sheet.version}` },
    details: { messageId, reasons: reasons.map((reason) => reason.code) },
  });
}
