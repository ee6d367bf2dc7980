/** `hocba help certificate` */
export const certificateCheckHelp = `hocba certificate check: kiểm tra chứng thư số, không cần mạng

Cách dùng: hocba certificate check TỆP… --trust TỆP_HOẶC_THƯ_MỤC… [tham số]

  TỆP                      chứng thư số cần kiểm tra, PEM hoặc DER; các chứng thư khác trong cùng tệp dùng để nối đường dẫn
  --trust                  chứng thư gốc được tin cậy (tệp hoặc thư mục, PEM, DER, PKCS #7), thư mục tin cậy của
                           “hocba verify”, kho tin cậy .json có lịch sử, hoặc danh sách tin cậy TS 119 612;
                           ghi nhiều lần được
  --list-signer            chứng thư mà danh sách tin cậy phải được ký bằng; xem docs/formats/trust-store.md
  --intermediates          chứng thư của các nơi cấp ở giữa
  --crls                   danh sách thu hồi (CRL); --ocsp: trả lời OCSP
  --at                     xét cho thời điểm này, ví dụ 2026-06-01T08:00:00+07:00; mặc định là bây giờ
  --purpose                signing, timestamping, ocsp hoặc any (mặc định)
  --policy-oid             chính sách chứng thư được chấp nhận; ghi nhiều lần được
  --require-explicit-policy, --inhibit-policy-mapping, --inhibit-any-policy
                           như đầu vào của RFC 5280 mục 6.1.1
  --policy                 tệp quy định thuật toán, độ dài khoá; xem docs/formats/signature-policy-file.md
  --no-revocation          không xét thu hồi
  --json                   mỗi chứng thư một dòng JSON; xem docs/formats/certificate-report.md

Không có thông tin thu hồi thì kết quả là chưa đủ căn cứ, trừ khi ghi --no-revocation.

Mã thoát: 0 hợp lệ, 1 không hợp lệ, 2 chưa đủ căn cứ, 3 không đọc được, 64 sai cách dùng.
`;
