import { SignatureError, type SignatureErrorCode } from '@hocba/signature';

/** Why a file could not be read, for people. Errors that say nothing about the file are thrown on. */
export function unreadableSentence(error: unknown): string {
  if (!(error instanceof SignatureError)) throw error;
  return `${sentences[error.code] ?? 'Không đọc được tệp.'} (${error.message})`;
}

const sentences: Partial<Readonly<Record<SignatureErrorCode, string>>> = {
  'xml-malformed': 'Tệp XML sai cú pháp.',
  'xml-too-large': 'Tệp XML lớn quá giới hạn.',
  'xml-too-deep': 'Tệp XML lồng nhau quá sâu.',
  'xml-doctype': 'Tệp XML có khai báo DOCTYPE, là điều bị cấm vì không an toàn.',
  'xml-duplicate-id': 'Tệp XML có hai phần trùng Id.',
  'xml-encoding': 'Bảng mã của tệp XML không được hỗ trợ.',
  'pdf-malformed': 'Tệp PDF hỏng hoặc có thể hiểu theo nhiều cách.',
  'pdf-too-large': 'Tệp PDF vượt quá giới hạn.',
  'pdf-encrypted': 'Tệp PDF bị mã hoá.',
  'pdf-unsupported': 'Tệp PDF dùng cách ghi không được hỗ trợ.',
  'pdf-hybrid': 'Tệp PDF có hai bảng tra mâu thuẫn.',
  'pdf-xref-loop': 'Bảng tra của tệp PDF tự quay vòng.',
};
