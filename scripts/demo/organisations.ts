/** Who runs which install in the demo. All invented but the name of the ministry. */
export const organisations = {
  school: { id: 'PM-HOCBA', name: 'Phần mềm quản lý trường học (bản thử nghiệm)' },
  province: { id: 'SO-92', name: 'Sở Giáo dục và Đào tạo (bản thử nghiệm)' },
  ministry: { id: 'BO-GDDT', name: 'Bộ Giáo dục và Đào tạo (bản thử nghiệm)' },
  portal: { id: 'CONG-TRA-CUU', name: 'Cổng tra cứu học bạ (bản thử nghiệm)' },
} as const;

export const installNames = ['school', 'province', 'ministry', 'portal'] as const;
export type InstallName = (typeof installNames)[number];
