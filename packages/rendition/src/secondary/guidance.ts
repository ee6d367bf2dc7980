import type { GuidanceView } from '../form/guidance.ts';
import type { SecondaryForm } from './secondary-form.ts';

/** HƯỚNG DẪN SỬ DỤNG HỌC BẠ, with what the digital record does instead of red ink. @law TT22/2021 PL */
export function secondaryGuidance({ words, programme }: SecondaryForm): GuidanceView {
  const { learner, head, school } = words;
  const inSentence = school.toLocaleLowerCase('vi');
  const headInSentence = head.toLocaleLowerCase('vi');
  return {
    title: 'HƯỚNG DẪN SỬ DỤNG HỌC BẠ',
    sections: [
      {
        heading: '1. Quy định chung',
        items: [
          `– Học bạ của ${learner} do ${inSentence} quản lí; mỗi ${learner} có một học bạ của chương trình ${programme}.`,
          `– Trang sơ yếu lí lịch được ghi đầy đủ khi lập học bạ; ${headInSentence} ký xác nhận học bạ từng năm học.`,
          '– Học bạ số không sửa chữa trên bản đã ký: nội dung thay đổi được lập thành phiên bản mới và ký số lại. Mỗi năm học là một bản gốc được ký số riêng, kèm trong tệp này.',
        ],
      },
      {
        heading: '2. Ghi các nội dung',
        items: [
          `– Giáo viên môn học ghi điểm trung bình môn học hoặc mức đánh giá (Đ – Đạt, CĐ – Chưa đạt) từng học kì, cả năm học và sau đánh giá lại (nếu có); nhận xét sự tiến bộ, ưu điểm nổi bật, hạn chế chủ yếu (nếu có) của ${learner}; ký số vào dòng của môn học.`,
          `– Giáo viên chủ nhiệm ghi trang sơ yếu lí lịch; tổng hợp kết quả rèn luyện, kết quả học tập, số buổi nghỉ học; ghi mức đánh giá sau đánh giá lại môn học hoặc rèn luyện trong kì nghỉ hè, được lên lớp hoặc không được lên lớp, chứng chỉ, kết quả tham gia các cuộc thi, khen thưởng (nếu có); nhận xét kết quả rèn luyện và học tập; ký số xác nhận.`,
          `– ${head} kiểm tra việc quản lí, ghi học bạ; phê duyệt học bạ khi kết thúc năm học và ký số; học bạ được ký số của ${inSentence}.`,
        ],
      },
    ],
  };
}
