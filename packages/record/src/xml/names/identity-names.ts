import type { SchoolIdentity } from '../../school-identity.ts';
import type { SchoolingEntry } from '../../schooling-entry.ts';
import type { ExpectedSignatory } from '../../signatory-slot.ts';
import type { SecondaryStudentProfile, StudentProfile } from '../../student-profile.ts';
import type { WireName } from './frame-names.ts';

/** What stands in `ThongTin` at every level. */
export const generalNames = {
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
  schooling: { name: 'QuaTrinhHocTap', label: 'Quá trình học tập' },
  signatories: { name: 'DanhSachNguoiKy', label: 'Những người ký' },
} as const satisfies Record<string, WireName>;

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

/** What the forms of THCS, THPT and GDTX ask besides. */
export const secondaryStudentNames = {
  ...studentNames,
  policyBeneficiary: { name: 'DoiTuongChinhSach', label: 'Con liệt sĩ, con thương binh và đối tượng chính sách khác' },
  fatherOccupation: { name: 'NgheNghiepCha', label: 'Nghề nghiệp của cha' },
  motherOccupation: { name: 'NgheNghiepMe', label: 'Nghề nghiệp của mẹ' },
  guardianOccupation: { name: 'NgheNghiepNguoiGiamHo', label: 'Nghề nghiệp của người giám hộ' },
} as const satisfies Record<keyof SecondaryStudentProfile, WireName>;

export const schoolingNames = {
  schoolYear: { name: 'NamHoc', label: 'Năm học' },
  className: { name: 'Lop', label: 'Lớp' },
  schoolName: { name: 'TenTruong', label: 'Tên trường' },
  place: { name: 'DiaDanh', label: 'Xã (huyện), tỉnh của trường' },
  registerNumber: { name: 'SoDangBo', label: 'Số đăng bộ' },
  enteredOn: { name: 'NgayVaoTruong', label: 'Ngày nhập học hoặc chuyển đến' },
} as const satisfies Record<keyof SchoolingEntry, WireName>;

export const signatoryNames = {
  slot: { name: 'ViTri', label: 'Vị trí ký' },
  name: { name: 'HoTen', label: 'Họ và tên' },
  position: { name: 'ChucVu', label: 'Chức vụ' },
  staffId: { name: 'MaCanBo', label: 'Mã định danh cán bộ' },
} as const satisfies Record<keyof ExpectedSignatory, WireName>;
