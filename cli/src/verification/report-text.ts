import type { Check, CheckOutcome, RecordOutcome, SignatureReport, VerificationReport } from '@hocba/verify';
import type { OutcomeCounts } from './exit-code.ts';

const marks: Readonly<Record<CheckOutcome, string>> = { passed: '✓', failed: '✗', indeterminate: '?' };

const verdicts: Readonly<Record<RecordOutcome, string>> = {
  valid: '✓ HỢP LỆ',
  invalid: '✗ KHÔNG HỢP LỆ',
  indeterminate: '? CHƯA ĐỦ CĂN CỨ',
  unreadable: '✗ KHÔNG ĐỌC ĐƯỢC',
};

/** One file's report for people. */
export function reportText(file: string, report: VerificationReport): string {
  const { outcome, sentence, record, signatures, checks } = report;
  const lines = [
    `${verdicts[outcome]}  ${file}`,
    ...(outcome === 'valid' || checks.length === 0 ? [`  ${sentence}`] : []),
    ...(record
      ? [`  ${record.studentName}, lớp ${record.className}, năm học ${record.schoolYear}, ${record.schoolName}`]
      : []),
    ...(record
      ? [`  Mã định danh ${record.recordId}, phiên bản ${record.version}, mã tra cứu ${record.lookupCode}`]
      : []),
    ...checks.flatMap(checkLines),
    ...(signatures.length > 0 ? ['  Chữ ký:', ...signatures.map(signatureLine)] : []),
  ];
  return `${lines.map(printable).join('\n')}\n\n`;
}

/** "3 tệp: 1 hợp lệ, …" */
export function summaryText({ valid, invalid, indeterminate, unreadable }: OutcomeCounts): string {
  const all = valid + invalid + indeterminate + unreadable;
  return `${all} tệp: ${valid} hợp lệ, ${invalid} không hợp lệ, ${indeterminate} chưa đủ căn cứ, ${unreadable} không đọc được.\n`;
}

function checkLines({ outcome, title, sentence, details }: Check): readonly string[] {
  const told = outcome === 'passed' ? [] : [sentence];
  const more = details.filter((detail) => !told.includes(detail)).map((detail) => `      - ${detail}`);
  return [[`  ${marks[outcome]} ${title}`, ...told].join(': '), ...more];
}

function signatureLine({ place, name, role, timestampAt, level }: SignatureReport): string {
  const when = timestampAt ? `dấu thời gian ${vietnamTime(timestampAt)}` : 'không rõ thời điểm';
  return `    ${place}${role ? ` (${role})` : ''}: ${name}, ${when}, ${levels[level]}`;
}

const levels = {
  'B-T': 'mức B-T',
  'B-B': 'mức B-B',
  'below-baseline': 'dưới mức cơ bản',
} as const satisfies Readonly<Record<SignatureReport['level'], string>>;

const vietnamClock = new Intl.DateTimeFormat('vi-VN', {
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  timeZone: 'Asia/Ho_Chi_Minh',
});

function vietnamTime(iso: string): string {
  return vietnamClock.format(new Date(iso));
}

/** A hostile file must not steer the terminal. */
function printable(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
}
