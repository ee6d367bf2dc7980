/** `hocba help verify` */
export const verifyHelp = `hocba verify: kiểm tra tệp học bạ số, không cần mạng

Cách dùng: hocba verify TỆP… --trust THƯ_MỤC [--json] [--at THỜI_ĐIỂM]

  TỆP            tệp .xml hoặc .pdf; thư mục (tìm cả trong thư mục con); mẫu như 'lop-3a/**/*.pdf'
  --trust        thư mục tin cậy: anchors/*.pem (bắt buộc), intermediates/*.pem, crls/*.crl, ocsps/*.ocsp,
                 issuers.json (con dấu số được phê duyệt); xem docs/formats/trust-directory.md
  --at           kiểm tra cho thời điểm này, ví dụ 2026-06-01T08:00:00+07:00; mặc định là bây giờ
  --json         mỗi tệp một dòng JSON; xem docs/formats/verification-report.md

Kết quả từng phép kiểm tra: ✓ đạt, ✗ không đạt, ? chưa đủ căn cứ.

Mã thoát: 0 mọi tệp hợp lệ, 1 có tệp không hợp lệ, 2 có tệp chưa đủ căn cứ, 3 có tệp không đọc được,
64 sai cách dùng. Nhiều tệp: lấy mã nặng nhất theo thứ tự 1, 3, 2, 0.
`;
