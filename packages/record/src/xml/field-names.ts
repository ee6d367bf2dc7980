import type {
  PrimarySubjectResult,
  PrimaryYearConclusion,
  PrimaryYearSheet,
  QualitiesAndCompetences,
  RatedRow,
} from '../primary-record.ts';
import type { SchoolIdentity } from '../school-identity.ts';
import type { ExpectedSignatory } from '../signatory-slot.ts';
import type { StudentProfile } from '../student-profile.ts';

/** Ours, until the annex of QĐ 3016/QĐ-BGDĐT is at hand; the schema says so too. */
export const hocbaNamespace = 'urn:vn:hocba:1.0';
export const xmlDsigNamespace = 'http://www.w3.org/2000/09/xmldsig#';
/** Version of the format (`phienBan`), not of a record. */
export const formatVersion = '1.0';

/** What a field is called in the XML, and what people call it. */
export interface WireName {
  readonly name: string;
  readonly label: string;
}

/** The frame of the file. The only other place with wire names is the schema, which a test holds against this one. */
export const frameNames = {
  root: { name: 'HocBa', label: 'Học bạ' },
  formatVersion: { name: 'phienBan', label: 'Phiên bản định dạng' },
  general: { name: 'ThongTin', label: 'Thông tin chung' },
  results: { name: 'KetQua', label: 'Kết quả các môn học và hoạt động giáo dục' },
  remarks: { name: 'NhanXet', label: 'Nhận xét của giáo viên chủ nhiệm' },
  signatures: { name: 'ChuKy', label: 'Chữ ký số' },
  subjectRow: { name: 'MonHoc', label: 'Môn học, hoạt động giáo dục' },
  ratedRow: { name: 'Dong', label: 'Phẩm chất hoặc năng lực' },
  signatory: { name: 'NguoiKy', label: 'Người ký' },
  commendation: { name: 'DanhHieu', label: 'Danh hiệu, khen thưởng' },
} as const satisfies Record<string, WireName>;

export const sheetNames = {
  schoolLevel: { name: 'CapHoc', label: 'Cấp học' },
  circular: { name: 'ThongTu', label: 'Thông tư đánh giá' },
  recordId: { name: 'MaDinhDanhHocBa', label: 'Mã định danh học bạ' },
  lookupCode: { name: 'MaTraCuu', label: 'Mã số tra cứu học bạ' },
  version: { name: 'PhienBan', label: 'Phiên bản' },
  schoolYear: { name: 'NamHoc', label: 'Năm học' },
  grade: { name: 'Khoi', label: 'Khối lớp' },
  className: { name: 'Lop', label: 'Lớp' },
  carriedOverOn: { name: 'NgayKetChuyen', label: 'Ngày kết chuyển' },
  placeOfIssue: { name: 'NoiLap', label: 'Nơi lập' },
  school: { name: 'Truong', label: 'Trường' },
  student: { name: 'HocSinh', label: 'Học sinh' },
  signatories: { name: 'DanhSachNguoiKy', label: 'Những người ký' },
  subjects: { name: 'KetQua', label: 'Kết quả các môn học và hoạt động giáo dục' },
  heightTenths: { name: 'ChieuCao', label: 'Chiều cao (cm)' },
  weightTenths: { name: 'CanNang', label: 'Cân nặng (kg)' },
  absentWithLeave: { name: 'NghiCoPhep', label: 'Số ngày nghỉ có phép' },
  absentWithoutLeave: { name: 'NghiKhongPhep', label: 'Số ngày nghỉ không phép' },
  qualitiesAndCompetences: { name: 'PhamChatNangLuc', label: 'Phẩm chất chủ yếu và năng lực cốt lõi' },
  conclusion: { name: 'KetLuan', label: 'Kết luận năm học' },
} as const satisfies Record<Exclude<keyof PrimaryYearSheet, 'schooling'>, WireName>;

export const schoolNames = {
  schoolId: { name: 'MaTruong', label: 'Mã trường' },
  name: { name: 'TenTruong', label: 'Tên trường' },
  communeCode: { name: 'MaXa', label: 'Mã xã, phường, đặc khu' },
  communeName: { name: 'TenXa', label: 'Xã, phường, đặc khu' },
  provinceCode: { name: 'MaTinh', label: 'Mã tỉnh, thành phố' },
  provinceName: { name: 'TenTinh', label: 'Tỉnh, thành phố' },
} as const satisfies Record<keyof SchoolIdentity, WireName>;

export const studentNames = {
  studentId: { name: 'MaHocSinh', label: 'Mã học sinh' },
  fullName: { name: 'HoTen', label: 'Họ và tên' },
  gender: { name: 'GioiTinh', label: 'Giới tính' },
  birthDate: { name: 'NgaySinh', label: 'Ngày, tháng, năm sinh' },
  birthPlace: { name: 'NoiSinh', label: 'Nơi sinh' },
  ethnicityCode: { name: 'MaDanToc', label: 'Dân tộc' },
  nationality: { name: 'QuocTich', label: 'Quốc tịch' },
  homeTown: { name: 'QueQuan', label: 'Quê quán' },
  address: { name: 'NoiO', label: 'Nơi ở hiện nay' },
  fatherName: { name: 'HoTenCha', label: 'Họ và tên cha' },
  motherName: { name: 'HoTenMe', label: 'Họ và tên mẹ' },
  guardianName: { name: 'NguoiGiamHo', label: 'Người giám hộ' },
  personalId: { name: 'SoDinhDanh', label: 'Số định danh cá nhân' },
  personalIdStatus: { name: 'TinhTrangSoDinhDanh', label: 'Tình trạng số định danh cá nhân' },
  disability: { name: 'KhuyetTat', label: 'Học sinh khuyết tật' },
  individualEducationPlan: { name: 'KeHoachGiaoDucCaNhan', label: 'Kế hoạch giáo dục cá nhân' },
} as const satisfies Record<keyof StudentProfile, WireName>;

export const subjectRowNames = {
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

export const conclusionNames = {
  educationResult: { name: 'KetQuaGiaoDuc', label: 'Đánh giá kết quả giáo dục' },
  firstEducationResult: { name: 'KetQuaGiaoDucLanDau', label: 'Kết quả giáo dục trước khi đánh giá bổ sung' },
  gradeCompleted: { name: 'HoanThanhLop', label: 'Hoàn thành chương trình lớp học' },
  promoted: { name: 'DuocLenLop', label: 'Được lên lớp' },
  primaryCompleted: { name: 'HoanThanhTieuHoc', label: 'Hoàn thành chương trình tiểu học' },
  commendations: { name: 'KhenThuong', label: 'Khen thưởng' },
} as const satisfies Record<keyof PrimaryYearConclusion, WireName>;

export const signatoryNames = {
  slot: { name: 'ViTri', label: 'Vị trí ký' },
  name: { name: 'HoTen', label: 'Họ và tên' },
  position: { name: 'ChucVu', label: 'Chức vụ' },
  staffId: { name: 'MaCanBo', label: 'Mã định danh cán bộ' },
} as const satisfies Record<keyof ExpectedSignatory, WireName>;

/** Every table of this file, by the type it belongs to. */
export const wireNames: Readonly<Record<string, Readonly<Record<string, WireName>>>> = {
  frame: frameNames,
  sheet: sheetNames,
  school: schoolNames,
  student: studentNames,
  subjectRow: subjectRowNames,
  ratedRow: ratedRowNames,
  qualitiesAndCompetences: qualityNames,
  conclusion: conclusionNames,
  signatory: signatoryNames,
};

const labelByName = new Map(
  Object.values(wireNames).flatMap((table) => Object.values(table).map(({ name, label }) => [name, label])),
);

/** Vietnamese label of an element of the XML, to say where a file was damaged; undefined for a stranger. */
export function labelOfField(wireName: string): string | undefined {
  return labelByName.get(wireName);
}
