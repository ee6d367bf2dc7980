import type {
  JudgementFinding,
  SignatureJudgement,
  TimestampJudgement,
  ValidationSubIndication,
} from '@hocba/signature';

/** The conclusion, in a sentence for people. */
export function indicationSentence({ indication, subIndication }: SignatureJudgement | TimestampJudgement): string {
  if (indication === 'TOTAL-PASSED') return 'Chữ ký hợp lệ.';
  if (indication === 'PASSED') return 'Dấu thời gian hợp lệ.';
  const said = indication === 'INDETERMINATE' ? 'Chưa đủ căn cứ để kết luận' : 'Không hợp lệ';
  return subIndication === undefined ? `${said}.` : `${said}: ${subIndications[subIndication]}.`;
}

/** What a finding means; the sub-indication's meaning where it has no words of its own. */
export function findingSentence({ code, subIndication, detail }: JudgementFinding): string {
  const own = codes[code] ?? (subIndication && subIndications[subIndication]);
  return own === undefined ? detail : `${own[0]?.toUpperCase()}${own.slice(1)}.`;
}

const subIndications: Readonly<Record<ValidationSubIndication, string>> = {
  FORMAT_FAILURE: 'chữ ký không đúng định dạng',
  HASH_FAILURE: 'dữ liệu đã bị sửa sau khi ký',
  SIG_CRYPTO_FAILURE: 'giá trị chữ ký sai',
  REVOKED: 'chứng thư số đã bị thu hồi trước khi ký',
  EXPIRED: 'chứng thư số đã hết hạn trước khi ký',
  NOT_YET_VALID: 'ký khi chứng thư số chưa có hiệu lực',
  SIG_CONSTRAINTS_FAILURE: 'chữ ký không đạt điều kiện được đặt ra',
  CHAIN_CONSTRAINTS_FAILURE: 'chứng thư số không được cấp cho mục đích này',
  CERTIFICATE_CHAIN_GENERAL_FAILURE: 'đường dẫn chứng thực không đúng quy tắc',
  CRYPTO_CONSTRAINTS_FAILURE: 'thuật toán đã không còn an toàn khi ký',
  CRYPTO_CONSTRAINTS_FAILURE_NO_POE:
    'thuật toán không còn đủ an toàn và không có bằng chứng chữ ký có từ khi nó còn an toàn',
  POLICY_PROCESSING_ERROR: 'không áp dụng được chính sách ký',
  SIGNATURE_POLICY_NOT_AVAILABLE: 'không có văn bản chính sách ký',
  TIMESTAMP_ORDER_FAILURE: 'các dấu thời gian mâu thuẫn về thứ tự',
  NO_SIGNING_CERTIFICATE_FOUND: 'không xác định được chứng thư số của người ký',
  NO_CERTIFICATE_CHAIN_FOUND: 'không có đường dẫn từ chứng thư số tới một chứng thư gốc được tin cậy',
  NO_CERTIFICATE_CHAIN_FOUND_NO_POE: 'chứng thư gốc không được tin cậy vào thời điểm xét',
  REVOKED_NO_POE: 'chứng thư số đã bị thu hồi và không có bằng chứng chữ ký có từ trước đó',
  REVOKED_CA_NO_POE: 'chứng thư số của nơi cấp đã bị thu hồi và không có bằng chứng chữ ký có từ trước đó',
  OUT_OF_BOUNDS_NOT_REVOKED:
    'chứng thư số không còn hiệu lực (không bị thu hồi) và không có bằng chứng đã ký khi còn hiệu lực',
  OUT_OF_BOUNDS_NO_POE: 'chứng thư số không còn hiệu lực và không có bằng chứng đã ký khi còn hiệu lực',
  REVOCATION_OUT_OF_BOUNDS_NO_POE:
    'nơi lập thông tin thu hồi đã hết hạn chứng thư số và không có bằng chứng thông tin có từ trước đó',
  NO_POE: 'thiếu bằng chứng về thời điểm tồn tại',
  TRY_LATER: 'chưa có thông tin thu hồi đủ mới; hãy bổ sung CRL hoặc OCSP rồi kiểm tra lại',
  SIGNED_DATA_NOT_FOUND: 'không tìm thấy dữ liệu được ký',
};

const codes: Readonly<Record<string, string>> = {
  'changed-after-signing': 'tệp bị thay đổi sau khi ký theo cách không được phép',
  'timestamp-names-another': 'dấu thời gian ghi tên nơi cấp khác với chứng thư số của nơi cấp',
  'signed-data-changed': 'phần được ký đã bị sửa',
  'signature-value-wrong': 'giá trị chữ ký không khớp với nội dung và khoá của người ký',
  'signed-data-missing': 'không có đủ dữ liệu mà chữ ký nói tới; dữ liệu ở ngoài tệp thì dùng --detached',
  'signing-certificate-missing': 'tệp không kèm chứng thư số khớp với chữ ký; hãy thêm bằng --certificates',
  'signing-certificate-not-bound': 'chữ ký không tự ràng buộc chứng thư số của người ký (dưới mức cơ bản)',
  'signing-certificate-mismatch': 'chứng thư số kèm theo không phải chứng thư mà chữ ký ràng buộc',
  'signature-policy-digest-wrong': 'văn bản chính sách ký không phải bản đã được ký theo',
  'algorithm-unknown': 'thuật toán không được chấp nhận nên không kiểm tra được giá trị chữ ký',
  'algorithm-not-supported': 'thuật toán không được chấp nhận',
  'algorithm-symmetric': 'thuật toán dùng khoá chung (HMAC) không phải là chữ ký số',
  'algorithm-too-weak': 'thuật toán hoặc độ dài khoá không còn đủ an toàn',
  'algorithm-ended-before-signing': 'thuật toán đã hết an toàn trước khi ký',
  'level-too-low': 'mức chữ ký thấp hơn mức được yêu cầu',
  'no-path-to-anchor': 'không có đường dẫn từ chứng thư số tới một chứng thư gốc được tin cậy (--trust)',
  'anchor-not-trusted-then': 'chứng thư gốc không được tin cậy vào thời điểm xét',
  'path-rules-broken': 'đường dẫn chứng thực trái quy tắc (RFC 5280) hoặc sai mục đích',
  'authority-out-of-validity': 'chứng thư số của nơi cấp không có hiệu lực vào thời điểm xét',
  'certificate-expired': 'chứng thư số của người ký đã hết hạn vào thời điểm xét',
  'certificate-not-yet-valid': 'chứng thư số của người ký chưa có hiệu lực vào thời điểm xét',
  'certificate-revoked': 'chứng thư số đã bị thu hồi',
  'certificate-on-hold': 'chứng thư số đang bị tạm dừng',
  'authority-revoked': 'chứng thư số của nơi cấp đã bị thu hồi',
  'revocation-unknown': 'không có thông tin thu hồi dùng được (CRL hoặc OCSP)',
  'revocation-not-fresh': 'thông tin thu hồi quá cũ so với thời điểm cần biết',
  'revocation-issuer-expired': 'chứng thư số của nơi lập thông tin thu hồi đã hết hạn',
  'signed-before-certificate': 'chữ ký đã có trước khi chứng thư số có hiệu lực',
  'signed-after-revocation': 'ký sau khi chứng thư số đã bị thu hồi',
  'signed-after-expiry': 'ký sau khi chứng thư số đã hết hạn',
  'proven-after-expiry': 'bằng chứng sớm nhất về chữ ký có sau khi chứng thư số đã hết hạn',
  'path-never-valid': 'các chứng thư trên đường dẫn không bao giờ cùng có hiệu lực',
  'timestamp-malformed': 'không đọc được dấu thời gian',
  'timestamp-of-another': 'dấu thời gian không phải của chữ ký này',
  'timestamp-signature-wrong': 'chữ ký của cơ quan cấp dấu thời gian sai',
  'timestamp-authority-missing': 'thiếu chứng thư số của cơ quan cấp dấu thời gian',
  'timestamp-outside-authority': 'dấu thời gian nằm ngoài thời hạn chứng thư số của cơ quan cấp',
  'timestamps-out-of-order': 'dấu thời gian sau lại sớm hơn dấu thời gian nó bao trùm',
  'claimed-before-certificate': 'thời điểm ký tự khai có trước khi chứng thư số có hiệu lực',
  'claimed-after-certificate': 'thời điểm ký tự khai có sau khi chứng thư số hết hạn',
  'reference-external': 'chữ ký nói tới dữ liệu ở ngoài tệp; hãy dùng --detached',
  'reference-digest-wrong': 'phần được ký đã bị sửa',
  'reference-not-found': 'không tìm thấy phần mà chữ ký nói tới',
  'nothing-signed': 'chữ ký không ký gì cả',
  'no-references': 'chữ ký không ký gì cả',
  'transform-not-allowed': 'chữ ký dùng phép biến đổi không được phép',
  'name-ambiguous': 'một Id xuất hiện nhiều lần trong tệp',
};
