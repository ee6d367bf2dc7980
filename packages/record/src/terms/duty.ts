/** Nhiệm vụ: what someone is charged with in the life of a record. One person may hold several. */
export const duties = [
  { id: 'subjectTeacher', label: 'Giáo viên bộ môn' },
  { id: 'homeroomTeacher', label: 'Giáo viên chủ nhiệm' },
  { id: 'subjectGroupLead', label: 'Tổ trưởng chuyên môn' },
  { id: 'academicClerk', label: 'Nhân viên học vụ' },
  { id: 'vicePrincipal', label: 'Phó hiệu trưởng' },
  { id: 'principal', label: 'Hiệu trưởng' },
  { id: 'sealClerk', label: 'Văn thư' },
  { id: 'registrar', label: 'Cán bộ tiếp nhận của cơ sở dữ liệu học bạ' },
  { id: 'managingAuthority', label: 'Cơ quan quản lý (UBND cấp xã hoặc Sở GDĐT)' },
  { id: 'system', label: 'Hệ thống' },
] as const;

/** Nhiệm vụ. */
export type Duty = (typeof duties)[number]['id'];
