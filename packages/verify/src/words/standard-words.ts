import type { Finding, SubIndication } from '@hocba/signature';

/** The standard's sub-indications for people; what a certificate or a timestamp is found to be. */
const words: Readonly<Record<SubIndication, string>> = {
  FORMAT_FAILURE: 'dữ liệu bị hỏng hoặc sai dạng',
  HASH_FAILURE: 'không khớp với nội dung được ký',
  SIG_CRYPTO_FAILURE: 'giá trị chữ ký không khớp',
  REVOKED: 'chứng thư số đã bị thu hồi',
  EXPIRED: 'chứng thư số đã hết hạn',
  NOT_YET_VALID: 'chứng thư số chưa có hiệu lực',
  SIG_CONSTRAINTS_FAILURE: 'trái với điều kiện phải có của chữ ký',
  CHAIN_CONSTRAINTS_FAILURE: 'chứng thư số không được cấp cho mục đích này',
  CERTIFICATE_CHAIN_GENERAL_FAILURE: 'chuỗi chứng thư số có chỗ không hợp lệ',
  CRYPTO_CONSTRAINTS_FAILURE: 'thuật toán hoặc khoá không đủ mạnh',
  CRYPTO_CONSTRAINTS_FAILURE_NO_POE: 'thuật toán hoặc khoá không đủ mạnh',
  POLICY_PROCESSING_ERROR: 'không xét được chính sách ký',
  SIGNATURE_POLICY_NOT_AVAILABLE: 'không có chính sách ký để đối chiếu',
  TIMESTAMP_ORDER_FAILURE: 'các dấu thời gian trái thứ tự',
  NO_SIGNING_CERTIFICATE_FOUND: 'không tìm thấy chứng thư số đã ký',
  NO_CERTIFICATE_CHAIN_FOUND: 'chứng thư số không dẫn tới tổ chức nào được tin cậy',
  REVOKED_NO_POE: 'chứng thư số đã bị thu hồi, không rõ trước hay sau khi ký',
  REVOKED_CA_NO_POE: 'chứng thư số của tổ chức cấp đã bị thu hồi',
  OUT_OF_BOUNDS_NOT_REVOKED: 'thời điểm xét ngoài thời hạn của chứng thư số',
  OUT_OF_BOUNDS_NO_POE: 'không chứng minh được đã có khi chứng thư số còn hạn',
  REVOCATION_OUT_OF_BOUNDS_NO_POE: 'thông tin thu hồi lập ngoài thời hạn của chứng thư số',
  NO_POE: 'không chứng minh được thời điểm',
  TRY_LATER: 'chưa có thông tin thu hồi',
  SIGNED_DATA_NOT_FOUND: 'không tìm thấy dữ liệu được ký',
};

export function wordsOf({ subIndication }: Pick<Finding, 'subIndication'>): string {
  return words[subIndication];
}
