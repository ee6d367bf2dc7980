import type { SignatureErrorCode } from '@hocba/signature';

const words: Readonly<Partial<Record<SignatureErrorCode, string>>> = {
  'xml-too-large': 'tệp quá lớn',
  'xml-too-deep': 'các phần lồng nhau quá sâu',
  'xml-doctype': 'có khai báo DOCTYPE, không được phép',
  'xml-comment': 'có ghi chú XML, không được phép',
  'xml-cdata': 'có đoạn CDATA, không được phép',
  'xml-processing-instruction': 'có chỉ thị xử lý, không được phép',
  'xml-duplicate-id': 'hai phần trùng mã Id',
  'xml-forbidden-character': 'có ký tự không được phép',
  'xml-encoding': 'chữ không phải UTF-8',
  'pdf-too-large': 'tệp quá lớn',
  'pdf-unsupported': 'kiểu PDF không được hỗ trợ',
  'pdf-hybrid': 'kiểu PDF không được hỗ trợ',
  'pdf-encrypted': 'tệp đặt mật khẩu',
};

/** " (tệp đặt mật khẩu)": why a file cannot be read, where there is more to say than that it is broken. */
export function whyUnread(code: string | undefined): string {
  const why = Object.entries(words).find(([each]) => each === code)?.[1];
  return why === undefined ? '' : ` (${why})`;
}
