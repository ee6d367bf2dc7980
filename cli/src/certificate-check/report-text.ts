import type { CertificateReport, PathEntry, ReportedRevocation } from './certificate-report.ts';
import { shortName } from './finding-words.ts';
import { vietnamTime } from './vietnam-time.ts';

const verdicts: Readonly<Record<CertificateReport['outcome'], string>> = {
  valid: '✓ HỢP LỆ',
  invalid: '✗ KHÔNG HỢP LỆ',
  indeterminate: '? CHƯA ĐỦ CĂN CỨ',
  unreadable: '✗ KHÔNG ĐỌC ĐƯỢC',
};

/** One certificate's report for people. */
export function certificateText(report: CertificateReport): string {
  const { outcome, file, findings, path, policies, subIndication } = report;
  if (outcome === 'unreadable') return `${verdicts.unreadable}  ${printable(file)}\n  ${report.sentence}\n\n`;
  const lines = [
    `${verdicts[outcome]}  ${file}`,
    `  ${report.sentence}${subIndication === null ? '' : ` (${report.indication}, ${subIndication})`}`,
    `  Xét cho thời điểm ${vietnamTime(Date.parse(report.at))}.`,
    ...findings.map(({ sentence }) => `  ${outcome === 'indeterminate' ? '?' : '✗'} ${sentence}.`),
    ...(path.length === 0 ? [] : ['  Đường dẫn chứng thực:', ...path.flatMap(pathLines)]),
    ...(policies.length === 0 ? [] : [`  Chính sách chứng thư: ${policies.join(', ')}`]),
  ];
  return `${lines.map(printable).join('\n')}\n\n`;
}

function pathLines(entry: PathEntry, i: number): readonly string[] {
  const { subject, serialNumber, notBefore, notAfter, anchor, key, revocation } = entry;
  const validity = `hiệu lực ${vietnamTime(Date.parse(notBefore))} đến ${vietnamTime(Date.parse(notAfter))}`;
  return [
    `    ${i + 1}. ${shortName(subject)}${anchor ? ' (chứng thư gốc được tin cậy)' : ''}`,
    `       ${subject}`,
    `       số hiệu ${serialNumber}, khoá ${key}, ${validity}`,
    ...(anchor ? [] : [`       ${revocationText(revocation)}`]),
  ];
}

function revocationText(revocation: ReportedRevocation): string {
  switch (revocation.status) {
    case 'not-checked':
      return 'không kiểm tra thu hồi';
    case 'exempt':
      return `không cần xét thu hồi (${revocation.why})`;
    case 'unknown':
      return `chưa rõ có bị thu hồi hay không${revocation.problems.length === 0 ? '' : ` (${revocation.problems.join('; ')})`}`;
    case 'good':
      return `không bị thu hồi theo ${revocation.source.toUpperCase()} lập ${vietnamTime(Date.parse(revocation.thisUpdate))}`;
    case 'revoked':
      return `đã bị thu hồi từ ${vietnamTime(Date.parse(revocation.revokedAt))} theo ${revocation.source.toUpperCase()}`;
  }
}

/** Names come from files of strangers: nothing of them may steer a terminal. */
function printable(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
}
