import type { GuidanceView } from '../form/guidance.ts';

/** HƯỚNG DẪN GHI HỌC BẠ, section by section of the form; the last one is the digital record's own. @law TT27/2020 PL */
export const primaryGuidance: GuidanceView = {
  title: 'HƯỚNG DẪN GHI HỌC BẠ',
  sections: [
    {
      heading: '1. Mục “1. Các môn học và hoạt động giáo dục”',
      items: [
        'Cột “Mức đạt được”: T – Hoàn thành tốt; H – Hoàn thành; C – Chưa hoàn thành.',
        'Cột “Điểm KTĐK”: điểm bài kiểm tra định kì cuối năm học của những môn học có bài kiểm tra; học sinh được kiểm tra lại thì ghi điểm của bài kiểm tra được công nhận.',
        'Cột “Nhận xét”: sự tiến bộ, năng khiếu, hứng thú học tập; nội dung, kĩ năng chưa hoàn thành cần được giúp đỡ (nếu có).',
      ],
    },
    {
      heading: '2. Mục “2. Những phẩm chất chủ yếu” và mục “3. Những năng lực cốt lõi”',
      items: [
        'Cột “Mức đạt được”: T – Tốt; Đ – Đạt; C – Cần cố gắng.',
        'Cột “Nhận xét”: biểu hiện, sự tiến bộ và mức độ hình thành, phát triển phẩm chất, năng lực của học sinh.',
      ],
    },
    {
      heading: '3. Mục “4. Đánh giá kết quả giáo dục”',
      items: ['Một trong bốn mức: Hoàn thành xuất sắc; Hoàn thành tốt; Hoàn thành; Chưa hoàn thành.'],
    },
    {
      heading: '4. Mục “5. Khen thưởng”',
      items: ['Thành tích được khen thưởng trong năm học, ghi đúng lời của quyết định khen thưởng.'],
    },
    {
      heading: '5. Mục “6. Hoàn thành chương trình lớp học/ chương trình tiểu học”',
      items: [
        'Hoàn thành hoặc chưa hoàn thành chương trình lớp học, chương trình tiểu học; được lên lớp hoặc chưa được lên lớp.',
      ],
    },
    {
      heading: '6. Học bạ số',
      items: [
        'Mỗi năm học là một bản gốc được ký số riêng, kèm trong tệp này; không sửa chữa trên bản đã ký, nội dung thay đổi được lập thành phiên bản mới và ký số lại.',
      ],
    },
  ],
};
