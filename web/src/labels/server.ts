/** When the server says nothing itself. */
export const serverText = {
  unreachable:
    'Không liên lạc được với máy chủ. Những gì đang nhập vẫn còn trên màn hình; hãy kiểm tra mạng rồi thử lại.',
  fault: 'Hệ thống gặp lỗi. Dữ liệu chưa bị thay đổi; hãy thử lại sau ít phút.',
  newVersion: 'Phần mềm vừa được cập nhật. Hãy tải lại trang.',
  reload: 'Tải lại trang',
  retry: 'Thử lại',
  loading: 'Đang tải…',
  unexpected: 'Màn hình này gặp lỗi. Hãy tải lại trang; nếu vẫn vậy, báo quản trị hệ thống.',
  notFound: 'Không có trang này. Hãy chọn một mục ở trình đơn.',
};
