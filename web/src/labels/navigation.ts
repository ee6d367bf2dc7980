export const navigationText = {
  tasks: 'Việc cần làm',
  import: 'Nhập dữ liệu',
  classes: 'Lớp học',
  signing: 'Ký số',
  sealing: 'Đóng dấu, phát hành',
  submissions: 'Gửi lên cơ sở dữ liệu',
  accounts: 'Tài khoản',
  registrySchools: 'Các trường',
  registryRecords: 'Học bạ đã nhận',
  issuers: 'Đơn vị phát hành',
  locking: 'Chốt học bạ',
};
