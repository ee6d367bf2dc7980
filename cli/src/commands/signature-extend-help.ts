/** `hocba help signature extend` */
export const signatureExtendHelp = `hocba signature extend: kèm bằng chứng để chữ ký số còn kiểm tra được sau nhiều năm

Cách dùng: hocba signature extend TỆP --level lt|lta --out TỆP_MỚI --trust … --crls … [tham số]

  TỆP             học bạ XML hoặc tệp PDF đã ký, mỗi chữ ký đã có dấu thời gian (mức B-T trở lên)
  --level         lt: kèm chứng thư, CRL, OCSP mà việc kiểm tra cần; lta: thêm dấu thời gian lưu trữ trên tất cả;
                  chạy lại lta trước khi chứng thư của nơi cấp dấu thời gian hết hạn là gia hạn
  --out           tệp mới; tệp gốc không bao giờ bị sửa, tệp đã có không bị ghi đè
  --trust         nơi được tin cậy, như “hocba signature check”; --list-signer cũng vậy. Không ghi thì chỉ xét bằng chứng
                  có đủ hay không, không xét có đáng tin hay không
  --certificates  chứng thư của các nơi cấp; --crls: danh sách thu hồi; --ocsp: trả lời OCSP; tệp hoặc thư mục.
                  Nên lấy sau lúc ký, để thấy cả việc thu hồi ngay trước lúc ký
  --tsa           địa chỉ http(s) của nơi cấp dấu thời gian (mạng chỉ được dùng khi ghi địa chỉ), hoặc tệp dấu thời gian
                  lấy về từ trước; ghi nhiều lần được. Thiếu tệp nào thì lệnh in ra giá trị băm cần dấu thời gian
  --at            xét tại thời điểm này; mặc định là bây giờ
  --policy        tệp quy định thuật toán; xem docs/formats/signature-policy-file.md

Chỉ chữ ký đang hợp lệ mới được mở rộng; tệp mới được kiểm tra lại, tự nó đủ chứng minh, rồi mới được ghi ra.

Mã thoát: 0 đã ghi tệp mới, 1 có chữ ký không hợp lệ, 2 chưa đủ căn cứ, 3 không đọc được tệp,
74 không lấy được dấu thời gian hoặc không ghi được tệp, 64 sai cách dùng.
`;
