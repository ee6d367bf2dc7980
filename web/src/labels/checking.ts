/** Kiểm tra tệp ngay trong trình duyệt của người xem. */
export const checkingText = {
  noFile: 'Chưa có tệp nào. Hãy chọn tệp XML hoặc PDF rồi bấm Kiểm tra.',
  emptyFile: 'Tệp rỗng. Hãy chọn lại tệp học bạ số.',
  tooLarge: 'Tệp lớn hơn 20 MB. Học bạ số thường nhỏ hơn 1 MB; hãy kiểm tra lại tệp đã chọn.',
  checking: 'Đang kiểm tra trên máy này…',
  drawing: 'Đang tải bộ dựng biểu mẫu (khoảng 11 MB, chỉ lần đầu) để đối chiếu chữ trên PDF với dữ liệu gốc…',
  failed:
    'Không kiểm tra được. Hãy kiểm tra kết nối mạng rồi tải lại trang; nếu vẫn lỗi, hãy dùng cách gửi tệp lên cổng.',
  notAsked: 'Tệp không rời khỏi máy này nên cổng chưa được hỏi học bạ có bị thu hồi hay không.',
  askStatus: 'Tra cứu trạng thái hiện nay',
};
