import type { PadesFindingCode } from '@hocba/signature';

/** Why a signature on a PDF does not hold, for people; completes "Chữ ký … trên PDF sai: ". */
export const padesWords: Readonly<Record<PadesFindingCode, string>> = {
  'signature-not-an-object': 'chữ ký không được ghi thành một mục riêng trong tệp',
  'contents-malformed': 'dữ liệu chữ ký bị hỏng',
  'contents-not-canonical': 'trong chỗ dành cho chữ ký có dữ liệu lạ',
  'byte-range-malformed': 'phạm vi ký ghi sai dạng',
  'byte-range-not-the-hole': 'phạm vi ký chừa ra chỗ không phải của chữ ký',
  'byte-range-not-a-revision': 'phạm vi ký không phủ trọn một bản của tệp',
  'signature-in-several-fields': 'một chữ ký được gắn vào nhiều ô ký',
  'sub-filter-unsupported': 'kiểu chữ ký chưa được hỗ trợ',
  'cms-malformed': 'dữ liệu chữ ký bị hỏng, không đọc được',
  'cms-frame-odd': 'dữ liệu chữ ký có phần đã bị sửa',
  'cms-content-inside': 'dữ liệu chữ ký mang theo nội dung lạ',
  'cms-check-failed': 'chữ ký không khớp với nội dung tệp',
  'signing-time-inside': 'thời điểm ký được ghi hai nơi',
  'unsigned-attribute-odd': 'dữ liệu chữ ký có thuộc tính lạ không được ký',
  'certificate-bag-damaged': 'chứng thư số đi kèm bị hỏng',
  'timestamp-malformed': 'dấu thời gian bị hỏng',
  'timestamp-mismatch': 'dấu thời gian là của chữ ký khác',
  'certification-not-first': 'con dấu khoá tệp được đóng sau chữ ký khác',
  'certification-not-permitted': 'tệp không khai báo con dấu khoá tệp này',
  'bytes-unaccounted': 'trong phạm vi ký có dữ liệu không thuộc phần nào của tệp',
  'change-not-permitted': 'tệp đã bị sửa sau khi ký ở phần không được phép sửa',
};
