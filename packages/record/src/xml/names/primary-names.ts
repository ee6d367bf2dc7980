import type {
  PrimarySubjectResult,
  PrimaryYearConclusion,
  PrimaryYearSheet,
  QualitiesAndCompetences,
  RatedRow,
} from '../../primary-record.ts';
import type { WireName } from './frame-names.ts';
import { generalNames } from './identity-names.ts';

export const primarySheetNames = {
  ...generalNames,
  subjects: { name: 'KetQua', label: 'Kết quả các môn học và hoạt động giáo dục' },
  heightTenths: { name: 'ChieuCao', label: 'Chiều cao (cm)' },
  weightTenths: { name: 'CanNang', label: 'Cân nặng (kg)' },
  absentWithLeave: { name: 'NghiCoPhep', label: 'Số ngày nghỉ có phép' },
  absentWithoutLeave: { name: 'NghiKhongPhep', label: 'Số ngày nghỉ không phép' },
  qualitiesAndCompetences: { name: 'PhamChatNangLuc', label: 'Phẩm chất chủ yếu và năng lực cốt lõi' },
  conclusion: { name: 'KetLuan', label: 'Kết luận năm học' },
} as const satisfies Record<keyof PrimaryYearSheet, WireName>;

export const primaryRowNames = {
  subject: { name: 'MaMon', label: 'Môn học, hoạt động giáo dục' },
  level: { name: 'MucDatMon', label: 'Mức đạt được' },
  score: { name: 'DiemKiemTra', label: 'Điểm KTĐK' },
  comment: { name: 'LoiNhanXet', label: 'Nhận xét' },
  supplementary: { name: 'DanhGiaBoSung', label: 'Kết quả đánh giá bổ sung' },
  responsible: { name: 'NguoiPhuTrach', label: 'Giáo viên phụ trách' },
} as const satisfies Record<keyof PrimarySubjectResult, WireName>;

export const ratedRowNames = {
  name: { name: 'Ma', label: 'Phẩm chất, năng lực' },
  level: { name: 'MucDat', label: 'Mức đạt được' },
  supplementary: { name: 'MucDatBoSung', label: 'Mức đạt được sau đánh giá bổ sung' },
} as const satisfies Record<keyof RatedRow<string>, WireName>;

export const qualityNames = {
  qualities: { name: 'PhamChat', label: 'Những phẩm chất chủ yếu' },
  qualitiesComment: { name: 'NhanXetPhamChat', label: 'Nhận xét về phẩm chất' },
  generalCompetences: { name: 'NangLucChung', label: 'Những năng lực chung' },
  generalCompetencesComment: { name: 'NhanXetNangLucChung', label: 'Nhận xét về năng lực chung' },
  specificCompetences: { name: 'NangLucDacThu', label: 'Những năng lực đặc thù' },
  specificCompetencesComment: { name: 'NhanXetNangLucDacThu', label: 'Nhận xét về năng lực đặc thù' },
} as const satisfies Record<keyof QualitiesAndCompetences, WireName>;

export const primaryConclusionNames = {
  educationResult: { name: 'KetQuaGiaoDuc', label: 'Đánh giá kết quả giáo dục' },
  firstEducationResult: { name: 'KetQuaGiaoDucLanDau', label: 'Kết quả giáo dục trước khi đánh giá bổ sung' },
  gradeCompleted: { name: 'HoanThanhLop', label: 'Hoàn thành chương trình lớp học' },
  promoted: { name: 'DuocLenLop', label: 'Được lên lớp' },
  primaryCompleted: { name: 'HoanThanhTieuHoc', label: 'Hoàn thành chương trình tiểu học' },
  commendations: { name: 'KhenThuong', label: 'Khen thưởng' },
} as const satisfies Record<keyof PrimaryYearConclusion, WireName>;
