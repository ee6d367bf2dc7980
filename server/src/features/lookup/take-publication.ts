import type { Publication } from '@hocba/protocol';
import { readYearSheet, type YearSheet, yearResultOf } from '@hocba/record';
import { parseXml } from '@hocba/signature';
import { sha256Hex } from '../../platform/digest.ts';
import { acknowledge, decline } from '../../platform/exchange/index.ts';
import type { IncomingMessage, MessageHandler, TakenMessage } from '../../platform/messages.ts';
import type { Platform } from '../../platform/platform.ts';
import { rootRegistry } from '../../registry-chain.ts';
import { changePublished, savePublished } from './published.store.ts';

type PublicationMessage = IncomingMessage<'publication'>;

/** Công bố: only the root registry is believed. Files are kept before the transaction that names them. */
export function takePublication(platform: Platform): MessageHandler<'publication'> {
  return {
    from: ['province', 'ministry'],
    take: async (message) => {
      if (message.sender !== rootRegistry(platform).organisationId) return declined(platform, message, notTheRoot);
      const { files } = message.body;
      if (!files) return withoutFiles(platform, message);
      const record = await keepFiles(platform, files);
      return record ? withFiles(platform, message, record) : declined(platform, message, filesUnfit);
    },
  };
}

const notTheRoot = { code: 'not-the-root', sentence: 'Bên công bố không phải cơ sở dữ liệu học bạ gốc.' };
const filesUnfit = { code: 'files-unfit', sentence: 'Tệp công bố không khớp mã băm hoặc không phải học bạ.' };

interface KeptRecord {
  readonly sheet: YearSheet;
  readonly xmlDigest: string;
  readonly pdfDigest: string;
}

async function keepFiles(
  platform: Platform,
  files: NonNullable<Publication['files']>,
): Promise<KeptRecord | undefined> {
  const xml = new TextEncoder().encode(files.recordXml);
  const pdf = new Uint8Array(Buffer.from(files.pdfBase64, 'base64'));
  if (sha256Hex(xml) !== files.xmlDigest || sha256Hex(pdf) !== files.pdfDigest) return undefined;
  const read = readYearSheet(parseXml(xml).root);
  if ('problems' in read) return undefined;
  return { sheet: read.sheet, xmlDigest: await platform.files.put(xml), pdfDigest: await platform.files.put(pdf) };
}

function withFiles(platform: Platform, message: PublicationMessage, record: KeptRecord): TakenMessage {
  const { sheet: identity, state, effectiveDate } = message.body;
  const { sheet, xmlDigest, pdfDigest } = record;
  const { schoolId, recordId, schoolYear, grade, className, version, lookupCode } = identity;
  return {
    scope: 'install',
    effect: async (tx) => {
      const publishedAt = platform.clock.now();
      await savePublished(tx, {
        recordId,
        schoolYear,
        version,
        schoolId,
        codeHash: sha256Hex(lookupCode),
        schoolName: sheet.school.name,
        grade,
        className,
        studentName: sheet.student.fullName,
        birthDate: sheet.student.birthDate,
        yearResult: yearResultOf(sheet),
        state,
        effectiveDate,
        xmlDigest,
        pdfDigest,
        sender: message.sender,
        sequence: message.sequence,
        publishedAt,
      });
      return acknowledge(message.messageId, publishedAt);
    },
  };
}

function withoutFiles(platform: Platform, { messageId, sequence, body }: PublicationMessage): TakenMessage {
  const { recordId, schoolYear, version } = body.sheet;
  return {
    scope: 'install',
    effect: async (tx) => {
      const publishedAt = platform.clock.now();
      const { state, effectiveDate } = body;
      await changePublished(tx, { recordId, schoolYear, version, state, effectiveDate, sequence, publishedAt });
      return acknowledge(messageId, publishedAt);
    },
  };
}

function declined(
  platform: Platform,
  { messageId }: PublicationMessage,
  reason: { code: string; sentence: string },
): TakenMessage {
  return { scope: 'install', effect: async () => decline(messageId, platform.clock.now(), reason) };
}
