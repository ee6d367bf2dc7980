/** Trạng thái học bạ, in the order of its life. Codes after the plans' wording. @law KH213/KH-BGDĐT PL 1, KH Mường La 2025–2026 */
export const recordStates = [
  { id: 'draft', label: 'Nháp', code: 'NHAP' },
  { id: 'reviewed', label: 'Đã kiểm tra', code: 'DA_KIEM_TRA' },
  { id: 'released', label: 'Đã ban hành dữ liệu theo dõi', code: 'DA_XAC_NHAN' },
  { id: 'carriedOver', label: 'Đã kết chuyển, chờ ký', code: 'DA_KET_CHUYEN' },
  { id: 'signedBySubjectTeachers', label: 'Giáo viên bộ môn đang ký', code: 'KY_GVBM' },
  { id: 'signedByHomeroomTeacher', label: 'Giáo viên chủ nhiệm đã ký', code: 'KY_GVCN' },
  { id: 'signedByPrincipal', label: 'Hiệu trưởng đã ký', code: 'KY_CBQL' },
  { id: 'issued', label: 'Đã phát hành', code: 'DA_PHAT_HANH' },
  { id: 'submitted', label: 'Đã gửi', code: 'DA_GUI' },
  { id: 'received', label: 'Đã tiếp nhận', code: 'TIEP_NHAN' },
  { id: 'rejected', label: 'Bị từ chối tiếp nhận', code: 'TU_CHOI' },
  { id: 'locked', label: 'Đã chốt', code: 'DA_CHOT' },
  { id: 'recallRequested', label: 'Đang đề nghị thu hồi', code: 'YEU_CAU_THU_HOI' },
  { id: 'recalled', label: 'Đã thu hồi', code: 'DA_THU_HOI' },
] as const;

/** Trạng thái học bạ. */
export type RecordState = (typeof recordStates)[number]['id'];
