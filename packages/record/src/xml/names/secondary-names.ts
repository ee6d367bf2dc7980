import type {
  CompetitionResult,
  Qualification,
  SecondaryCommendationEntry,
  SecondarySubjectResult,
  SecondaryYearConclusion,
  SecondaryYearSheet,
  StudyTopic,
  YearLevels,
  YearMarks,
} from '../../secondary-record.ts';
import type { WireName } from './frame-names.ts';

export const secondarySheetNames = {
  conclusion: { name: 'KetLuan', label: 'Kết luận năm học' },
} as const satisfies Partial<Record<keyof SecondaryYearSheet, WireName>>;

const sharedRowNames = {
  subject: { name: 'MaMon', label: 'Môn học, hoạt động giáo dục' },
  variant: { name: 'TenRieng', label: 'Tên riêng của môn học' },
  exempted: { name: 'Mien', label: 'Miễn đánh giá' },
  topic: { name: 'ChuyenDe', label: 'Cụm chuyên đề học tập lựa chọn' },
  comment: { name: 'LoiNhanXet', label: 'Nhận xét' },
  responsible: { name: 'NguoiPhuTrach', label: 'Giáo viên phụ trách' },
  otherTeachers: { name: 'GiaoVienCungDay', label: 'Giáo viên cùng dạy' },
} as const;

type RowField = Exclude<keyof SecondarySubjectResult, 'form'>;

/** Row of a subject with scores: the marks' element tells the form of assessment. */
export const scoredRowNames = {
  ...sharedRowNames,
  marks: { name: 'DiemTrungBinh', label: 'Điểm trung bình môn học' },
} as const satisfies Record<RowField, WireName>;

/** Row of a subject assessed by comment. */
export const commentedRowNames = {
  ...sharedRowNames,
  marks: { name: 'MucDanhGia', label: 'Mức đánh giá môn học' },
} as const satisfies Record<RowField, WireName>;

export const yearMarksNames = {
  first: { name: 'HocKi1', label: 'Học kì I' },
  second: { name: 'HocKi2', label: 'Học kì II' },
  year: { name: 'CaNam', label: 'Cả năm' },
  afterReassessment: { name: 'SauDanhGiaLai', label: 'Sau đánh giá lại' },
} as const satisfies Record<keyof YearMarks<unknown>, WireName>;

export const yearLevelsNames = {
  first: { name: 'HocKi1', label: 'Học kì I' },
  second: { name: 'HocKi2', label: 'Học kì II' },
  year: { name: 'CaNam', label: 'Cả năm' },
  afterSummer: { name: 'SauKiNghiHe', label: 'Sau đánh giá lại môn học, rèn luyện trong kì nghỉ hè' },
} as const satisfies Record<keyof YearLevels, WireName>;

export const studyTopicNames = {
  title: { name: 'TenChuyenDe', label: 'Tên các chuyên đề' },
  score: { name: 'DiemChuyenDe', label: 'Điểm cụm chuyên đề' },
} as const satisfies Record<keyof StudyTopic, WireName>;

export const absenceNames = {
  withLeave: { name: 'BuoiNghiCoPhep', label: 'Số buổi nghỉ có phép' },
  withoutLeave: { name: 'BuoiNghiKhongPhep', label: 'Số buổi nghỉ không phép' },
} as const satisfies Record<keyof SecondaryYearConclusion['absentHalfDays'], WireName>;

export const secondaryConclusionNames = {
  conduct: { name: 'RenLuyen', label: 'Kết quả rèn luyện' },
  academic: { name: 'HocTap', label: 'Kết quả học tập' },
  absentHalfDays: { name: 'SoBuoiNghi', label: 'Tổng số buổi nghỉ học cả năm học' },
  promotion: { name: 'KetQuaLenLop', label: 'Kết luận lên lớp' },
  principalReason: { name: 'LiDoQuyetDinh', label: 'Lí do quyết định của hiệu trưởng, giám đốc' },
  levelCompleted: { name: 'HoanThanhCapHoc', label: 'Hoàn thành chương trình cấp học' },
  commendations: { name: 'KhenThuong', label: 'Khen thưởng' },
  qualifications: { name: 'DanhSachChungChi', label: 'Các chứng chỉ' },
  competitions: { name: 'DanhSachCuocThi', label: 'Các cuộc thi' },
  homeroomComment: { name: 'NhanXetChuNhiem', label: 'Lời nhận xét của giáo viên chủ nhiệm' },
  summerComment: { name: 'NhanXetKiNghiHe', label: 'Nhận xét về rèn luyện trong kì nghỉ hè' },
} as const satisfies Record<keyof SecondaryYearConclusion, WireName>;

export const commendationNames = {
  form: { name: 'HinhThucKhen', label: 'Hình thức khen thưởng' },
  title: { name: 'MaDanhHieu', label: 'Danh hiệu cuối năm học' },
  text: { name: 'NoiDungKhen', label: 'Nội dung khen thưởng' },
} as const satisfies Record<keyof SecondaryCommendationEntry, WireName>;

export const qualificationNames = {
  kind: { name: 'LoaiChungChi', label: 'Loại chứng chỉ' },
  title: { name: 'TenChungChi', label: 'Tên chứng chỉ' },
  grading: { name: 'XepLoai', label: 'Xếp loại ghi trên chứng chỉ' },
  issuer: { name: 'NoiCap', label: 'Nơi cấp' },
  issuedOn: { name: 'NgayCap', label: 'Ngày cấp' },
} as const satisfies Record<keyof Qualification, WireName>;

export const competitionNames = {
  name: { name: 'TenCuocThi', label: 'Tên cuộc thi' },
  level: { name: 'CapToChuc', label: 'Cấp tổ chức' },
  prize: { name: 'Giai', label: 'Giải' },
  heldOn: { name: 'NgayThi', label: 'Ngày thi' },
} as const satisfies Record<keyof CompetitionResult, WireName>;
