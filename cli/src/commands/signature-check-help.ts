/** `hocba help signature` */
export const signatureCheckHelp = `hocba signature check: kiểm tra mọi chữ ký số trong tệp XML (XAdES), PDF (PAdES) hoặc CMS (.p7s, .p7m)

Cách dùng: hocba signature check TỆP… [--trust TỆP_HOẶC_THƯ_MỤC]… [tham số]

  TỆP             tệp cần kiểm tra, nhận dạng theo nội dung; thư mục (mọi tệp bên trong); mẫu như 'lop-3a/**/*.pdf'
  --trust         nơi được tin cậy: chứng thư gốc (tệp hoặc thư mục; PEM, DER, PKCS #7), kho tin cậy .json,
                  danh sách tin cậy TS 119 612 .xml, thư mục tin cậy của hocba verify; ghi nhiều lần được
  --list-signer   chứng thư mà danh sách tin cậy phải được ký bằng; xem docs/formats/trust-store.md
  --certificates  chứng thư của các nơi cấp ở giữa, hoặc của người ký khi tệp không kèm
  --crls          danh sách thu hồi (CRL); --ocsp: trả lời OCSP; tệp hoặc thư mục
  --at            xét tại thời điểm này, ví dụ 2026-06-01T08:00:00+07:00; mặc định là bây giờ
  --policy        tệp quy định thuật toán, mức chữ ký, độ mới của thông tin thu hồi; xem docs/formats/signature-policy-file.md
  --detached      tệp được ký khi nó nằm ngoài tệp chữ ký; ghi nhiều lần được
  --online        cho phép tải CRL, OCSP, chứng thư nơi cấp; nếu không ghi thì không bao giờ dùng mạng
  --json          mỗi tệp một dòng JSON; xem docs/formats/signature-report.md
  --report        etsi-json: báo cáo theo từ vựng TS 119 102-2; xem docs/formats/etsi-report.md

Mỗi chữ ký được kết luận theo EN 319 102-1: TOTAL-PASSED, TOTAL-FAILED hoặc INDETERMINATE kèm lí do.
Thiếu bằng chứng thì là chưa đủ căn cứ, không bao giờ là hợp lệ.

Mã thoát: 0 mọi chữ ký hợp lệ, 1 có chữ ký không hợp lệ, 2 có chữ ký chưa đủ căn cứ hoặc tệp không có chữ ký,
3 có tệp không đọc được, 64 sai cách dùng. Nhiều tệp: lấy mã nặng nhất theo thứ tự 1, 3, 2, 0.

Kèm bằng chứng để lưu trữ nhiều năm: “hocba signature extend --help”.
`;
