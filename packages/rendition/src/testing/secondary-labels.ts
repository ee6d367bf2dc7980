/** The labels of TT22's forms page by page, word by word, in the order a reader meets them. */
export interface SecondaryLabels {
  readonly cover: readonly string[];
  readonly personal: readonly string[];
  readonly marks: readonly string[];
  readonly conclusion: readonly string[];
}

interface Words {
  readonly title: readonly string[];
  readonly number: string;
  readonly head: string;
  readonly school: string;
  readonly rows: readonly string[];
}

function labels({ title, number, head, school, rows }: Words): SecondaryLabels {
  const signed = '(Ký, ghi rõ họ tên và đóng dấu)';
  return {
    cover: ['BỘ GIÁO DỤC VÀ ĐÀO TẠO', ...title, 'Họ và tên:', 'Số:', number],
    personal: [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập – Tự do – Hạnh phúc',
      ...title,
      'Ảnh 3×4',
      'Họ và tên:',
      'Giới tính:',
      'Ngày, tháng, năm sinh:',
      'Nơi sinh:',
      'Dân tộc:',
      'Con liệt sĩ, con thương binh (bệnh binh, người được hưởng chế độ',
      'Chỗ ở hiện tại:',
      'Họ và tên cha:',
      'Nghề nghiệp:',
      'Họ và tên mẹ:',
      'Nghề nghiệp:',
      'Họ và tên người giám hộ:',
      'Nghề nghiệp:',
      ', ngày ',
      head.toLocaleUpperCase('vi'),
      signed,
      'QUÁ TRÌNH HỌC TẬP',
      'Năm học',
      'Lớp',
      `Tên ${school.toLocaleLowerCase('vi')}, huyện, tỉnh`,
    ],
    marks: [
      'Họ và tên:',
      'Lớp:',
      'Năm học:',
      'Môn học/ Hoạt động giáo dục',
      ...rows,
      'Trong bảng này có sửa chữa ở: 0 điểm, môn học: không có',
      'Xác nhận của giáo viên chủ nhiệm',
      '(Ký và ghi rõ họ tên)',
      `Xác nhận của ${head}`,
      signed,
    ],
    conclusion: [
      `${school}:`,
      'Xã, tỉnh:',
      'Họ và tên:',
      'Lớp:',
      'Năm học:',
      'Học kì',
      'I',
      'II',
      'Cả năm',
      'Chứng chỉ (nếu có):',
      'Loại:',
      'Kết quả tham gia các cuộc thi (nếu có):',
      'Khen thưởng (nếu có):',
      'Nhận xét của giáo viên chủ nhiệm',
      '(Ký và ghi rõ họ tên)',
      'Nhận xét của giáo viên về rèn luyện trong kì nghỉ hè (nếu có)',
      ', ngày ',
      `Phê duyệt của ${head}`,
      signed,
    ],
  };
}

/** Heads of columns, in no order: how cells that span lines are read out is the reader's. */
export const marksColumns = [
  'Điểm trung bình môn học hoặc mức đánh giá',
  'Học kì I',
  'Học kì II',
  'Cả năm',
  'Điểm trung bình môn học hoặc mức đánh giá sau đánh giá lại, rèn luyện thêm trong kì nghỉ hè (nếu có)',
  'Nhận xét sự tiến bộ, ưu điểm nổi bật, hạn chế chủ yếu (nếu có) và chữ kí của giáo viên môn học',
];

export const conclusionColumns = [
  'Mức đánh giá',
  'Kết quả rèn luyện',
  'Kết quả học tập',
  'Tổng số buổi nghỉ học cả năm học',
  'Mức đánh giá sau đánh giá lại môn học hoặc rèn luyện trong kì nghỉ hè',
  'Rèn luyện',
  'Học tập',
  'Được lên lớp / Được lên lớp sau đánh giá lại môn học hoặc rèn luyện trong kì nghỉ hè / Không được lên lớp',
];

export const lowerSecondaryLabels = labels({
  title: ['HỌC BẠ', 'TRUNG HỌC CƠ SỞ'],
  number: '/THCS',
  head: 'Hiệu trưởng',
  school: 'Trường',
  rows: [
    'Ngữ văn',
    'Toán',
    'Ngoại ngữ 1 (',
    'Giáo dục công dân',
    'Lịch sử và Địa lí',
    'Khoa học tự nhiên',
    'Công nghệ',
    'Tin học',
    'Giáo dục thể chất',
    'Nghệ thuật',
    'Nội dung giáo dục của địa phương',
    'Hoạt động trải nghiệm, hướng nghiệp',
    'Tự chọn',
    'Tiếng dân tộc thiểu số',
    'Ngoại ngữ 2',
  ],
});

export const upperSecondaryLabels = labels({
  title: ['HỌC BẠ', 'TRUNG HỌC PHỔ THÔNG'],
  number: '/THPT',
  head: 'Hiệu trưởng',
  school: 'Trường',
  rows: [
    'Ngữ văn',
    'Toán',
    'Ngoại ngữ 1 (',
    'Lịch sử',
    'Giáo dục thể chất',
    'Giáo dục quốc phòng và an ninh',
    'Địa lí',
    'Giáo dục kinh tế và pháp luật',
    'Vật lí',
    'Hoá học',
    'Sinh học',
    'Công nghệ',
    'Tin học',
    'Âm nhạc',
    'Mĩ thuật',
    'Hoạt động trải nghiệm, hướng nghiệp',
    'Nội dung giáo dục của địa phương',
    'Tự chọn',
    'Tiếng dân tộc thiểu số',
    'Ngoại ngữ 2',
    'Chuyên đề học tập lựa chọn',
  ],
});

export const continuingLabels = labels({
  title: ['HỌC BẠ', 'GIÁO DỤC THƯỜNG XUYÊN', 'CẤP TRUNG HỌC PHỔ THÔNG'],
  number: '/GDTX',
  head: 'Giám đốc',
  school: 'Trung tâm',
  rows: ['Ngữ văn', 'Toán', 'Lịch sử', 'Địa lí', 'Tin học', 'Ngoại ngữ 1 (…)', 'Chuyên đề học tập lựa chọn'],
});
