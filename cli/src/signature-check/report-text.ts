import { vietnamTime } from '../certificate-check/vietnam-time.ts';
import type { SignatureEntry, SignatureFileReport, TimestampEntry } from './signature-report.ts';

const verdicts: Readonly<Record<SignatureFileReport['outcome'], string>> = {
  valid: '✓ HỢP LỆ',
  invalid: '✗ KHÔNG HỢP LỆ',
  indeterminate: '? CHƯA ĐỦ CĂN CỨ',
  unsigned: '– KHÔNG CÓ CHỮ KÝ',
  unreadable: '✗ KHÔNG ĐỌC ĐƯỢC',
};

const marks: Readonly<Record<string, string>> = { 'TOTAL-PASSED': '✓', PASSED: '✓', INDETERMINATE: '?' };

/** One file's report for people. */
export function signatureText(file: string, report: SignatureFileReport): string {
  const lines = [
    `${verdicts[report.outcome]}  ${file}`,
    `  ${report.sentence}`,
    ...report.signatures.flatMap(signatureLines),
  ];
  return `${lines.map(printable).join('\n')}\n\n`;
}

function signatureLines(entry: SignatureEntry): readonly string[] {
  const { indication, subIndication, signer, coverage, findings, changesAfter } = entry;
  const verdict = subIndication === null ? indication : `${indication}, ${subIndication}`;
  return [
    `  ${marks[indication] ?? '✗'} ${signer?.name ?? 'Không rõ người ký'}: ${entry.sentence} (${verdict})`,
    `      ${entry.format}, mức ${levels[entry.level]}, tại ${entry.where}`,
    ...(signer === null ? [] : [`      chứng thư số: ${signer.subject}`]),
    `      thời điểm ký: ${timeWords(entry)}`,
    `      phạm vi: ${coverage.wholeFile ? 'toàn bộ tệp' : 'một phần tệp'}${partWords(entry)}`,
    ...(entry.path.length > 1 ? [`      đường dẫn: ${entry.path.map(({ name }) => name).join(' ← ')}`] : []),
    ...entry.path.flatMap(revocationLine),
    ...entry.timestamps.map(timestampLine),
    ...changesAfter.map(changeLine),
    ...findings.map(({ severity, sentence }) => `      ${severity === 'error' ? '-' : 'lưu ý:'} ${sentence}`),
  ];
}

function changeLine({ kind, permitted, detail }: SignatureEntry['changesAfter'][number]): string {
  const what = changeWords[kind] ?? `thay đổi khác (${kind})`;
  return `      sau khi ký: ${what}${detail === null ? '' : ` “${detail}”`}${permitted ? '' : ' (không được phép)'}`;
}

const changeWords: Readonly<Record<string, string>> = {
  signatureAdded: 'thêm chữ ký',
  documentTimestampAdded: 'thêm dấu thời gian',
  validationDataAdded: 'thêm dữ liệu kiểm chứng',
  modificationDateChanged: 'đổi ngày sửa tệp',
  signatureFieldAdded: 'thêm ô chữ ký',
  formFilled: 'điền biểu mẫu',
  commentAdded: 'thêm ghi chú',
  pagesChanged: 'thêm hoặc bớt trang',
  pageChanged: 'sửa trang',
  pageContentChanged: 'sửa nội dung trang',
  resourceChanged: 'đổi hình ảnh hoặc phông chữ',
  structureChanged: 'đổi cấu trúc tài liệu',
  documentChanged: 'đổi thiết lập tài liệu',
  attachmentChanged: 'đổi tệp đính kèm',
  metadataChanged: 'đổi thông tin tài liệu',
  annotationAdded: 'thêm chú thích',
  annotationRemoved: 'xoá chú thích',
  signatureAppearanceChanged: 'đổi hình chữ ký',
  visibleSignatureAdded: 'thêm chữ ký nhìn thấy được',
  unreadable: 'phần thêm vào không đọc được',
};

const levels: Readonly<Record<SignatureEntry['level'], string>> = {
  'B-B': 'B-B',
  'B-T': 'B-T',
  'B-LT': 'B-LT',
  'B-LTA': 'B-LTA',
  'below-baseline': 'dưới cơ bản',
};

function timeWords({ signingTime: { claimed, proven } }: SignatureEntry): string {
  const words = [
    ...(proven === null ? [] : [`không muộn hơn ${timeOf(proven)} (có dấu thời gian chứng minh)`]),
    ...(claimed === null ? [] : [`tự khai ${timeOf(claimed)}`]),
  ];
  return words.length === 0 ? 'không rõ' : words.join('; ');
}

function partWords({ coverage: { data } }: SignatureEntry): string {
  const parts = data.filter(({ what }) => what !== '').map(({ what, intact }) => `${what}${intact ? '' : ' (đã đổi)'}`);
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

function revocationLine({ name, revocation }: SignatureEntry['path'][number]): readonly string[] {
  if (revocation === null) return [];
  const { source, origin, thisUpdate, revokedAt } = revocation;
  const from = `${source.toUpperCase()} ${origin === 'embedded' ? 'kèm trong tệp' : 'được cung cấp'}, lập ${timeOf(thisUpdate)}`;
  const said = revokedAt === null ? 'không bị thu hồi' : `bị thu hồi từ ${timeOf(revokedAt)}`;
  return [`      ${name}: ${said} theo ${from}`];
}

const kinds: Readonly<Record<TimestampEntry['kind'], string>> = {
  content: 'dấu thời gian trên nội dung',
  signature: 'dấu thời gian trên chữ ký',
  references: 'dấu thời gian trên chữ ký và dữ liệu kiểm chứng',
  archive: 'dấu thời gian lưu trữ',
  document: 'dấu thời gian trên tài liệu',
};

function timestampLine({ kind, indication, time, sentence }: TimestampEntry): string {
  const when = time === null ? '' : ` ${timeOf(time)}`;
  return `      ${marks[indication] ?? '✗'} ${kinds[kind]}${when}${indication === 'PASSED' ? '' : `: ${sentence}`}`;
}

function timeOf(iso: string): string {
  return vietnamTime(Date.parse(iso));
}

/** Names come from files of strangers: nothing of them may steer a terminal. */
function printable(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
}
