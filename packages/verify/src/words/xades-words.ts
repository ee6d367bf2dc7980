import type { XadesFindingCode } from '@hocba/signature';

/** What is wrong with a signature in the XML, for people. */
export const xadesWords: Readonly<Record<XadesFindingCode, string>> = {
  'signature-misplaced': 'chữ ký nằm sai chỗ trong tệp',
  'signature-part-misplaced': 'có phần của chữ ký nằm sai chỗ',
  'signature-lookalike': 'có phần giả làm chữ ký',
  'too-many-signatures': 'tệp có quá nhiều chữ ký',
  'structure-wrong': 'cấu trúc chữ ký sai',
  'value-malformed': 'giá trị ghi trong chữ ký sai dạng',
  'canonicalisation-not-allowed': 'cách chuẩn hoá dữ liệu không được phép dùng',
  'transform-not-allowed': 'cách biến đổi dữ liệu không được phép dùng',
  'algorithm-not-allowed': 'thuật toán không được phép dùng',
  'no-references': 'chữ ký không phủ phần nào',
  'too-many-references': 'chữ ký phủ quá nhiều phần',
  'reference-external': 'chữ ký chỉ tới dữ liệu ngoài tệp',
  'reference-not-found': 'phần được ký không còn trong tệp',
  'reference-repeated': 'một phần được ký hai lần',
  'reference-type-wrong': 'loại của phần được ký ghi sai',
  'reference-misplaced': 'phần được ký nằm sai chỗ',
  'reference-digest-wrong': 'phần được ký đã bị sửa',
  'signed-properties-not-signed': 'thuộc tính của chữ ký không được ký',
  'signed-properties-of-another': 'thuộc tính là của chữ ký khác',
  'key-info-not-allowed': 'thông tin khoá ghi sai cách',
  'certificate-malformed': 'chứng thư số đi kèm bị hỏng',
  'certificate-not-bound': 'chữ ký không gắn với chứng thư số đi kèm',
  'signing-certificate-mismatch': 'chữ ký nêu chứng thư số khác',
  'signing-certificate-unknown': 'không có chứng thư số của người ký',
  'key-does-not-fit': 'khoá của chứng thư số không hợp với thuật toán ký',
  'key-too-small': 'khoá quá ngắn',
  'signature-value-wrong': 'giá trị chữ ký không khớp',
  'timestamp-malformed': 'dấu thời gian bị hỏng',
  'timestamp-of-another': 'dấu thời gian là của chữ ký khác',
  'unsigned-property-not-allowed': 'có thuộc tính lạ không được ký',
  'spelling-not-canonical': 'chữ ký đã bị viết lại khác dạng chuẩn',
  'signing-certificate-not-stated': 'chữ ký không nêu chứng thư số của người ký',
  'signing-time-missing': 'chữ ký không ghi thời điểm ký',
  'data-object-format-missing': 'chữ ký không ghi định dạng của phần được ký',
};

/** "giá trị chữ ký không khớp; khoá quá ngắn" */
export function inWords(findings: readonly { readonly code: XadesFindingCode }[]): string {
  return [...new Set(findings.map(({ code }) => xadesWords[code]))].join('; ');
}
