import type { SchoolLevel } from '../../terms/school-level.ts';

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
  formatVersion: { name: 'phienBan', label: 'Phiên bản định dạng' },
  general: { name: 'ThongTin', label: 'Thông tin chung' },
  results: { name: 'KetQua', label: 'Kết quả các môn học và hoạt động giáo dục' },
  remarks: { name: 'NhanXet', label: 'Nhận xét của giáo viên chủ nhiệm' },
  signatures: { name: 'ChuKy', label: 'Chữ ký số' },
  subjectRow: { name: 'MonHoc', label: 'Môn học, hoạt động giáo dục' },
  ratedRow: { name: 'Dong', label: 'Phẩm chất hoặc năng lực' },
  signatory: { name: 'NguoiKy', label: 'Người ký' },
  commendation: { name: 'DanhHieu', label: 'Danh hiệu, khen thưởng' },
  commendationEntry: { name: 'MucKhenThuong', label: 'Một mục khen thưởng' },
  schoolingEntry: { name: 'NamDaHoc', label: 'Một năm của quá trình học tập' },
  teacher: { name: 'HoTenGiaoVien', label: 'Họ và tên giáo viên' },
  qualification: { name: 'ChungChi', label: 'Chứng chỉ' },
  competition: { name: 'CuocThi', label: 'Kết quả tham gia cuộc thi' },
} as const satisfies Record<string, WireName>;

/** The root element tells the level. */
export const rootNames = {
  primary: { name: 'HocBa', label: 'Học bạ tiểu học' },
  lowerSecondary: { name: 'HocBaTHCS', label: 'Học bạ trung học cơ sở' },
  upperSecondary: { name: 'HocBaTHPT', label: 'Học bạ trung học phổ thông' },
  continuingEducation: { name: 'HocBaGDTX', label: 'Học bạ giáo dục thường xuyên' },
} as const satisfies Record<SchoolLevel, WireName>;
