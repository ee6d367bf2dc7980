import { formatCount } from '../components/moment.ts';

export const tasksText = {
  title: 'Việc cần làm',
  hello: (name: string) => `Chào ${name}.`,
  nothing: 'Hiện không có việc nào chờ thầy cô.',
  noData: 'Trường chưa có dữ liệu năm học nào.',
  noDataNext: 'Nhân viên học vụ nhập bảng tính của trường để bắt đầu.',
  importFirst: 'Nhập bảng tính của trường',
  receiveFirst: 'Hoặc nhận học bạ do phần mềm quản lý của trường đã lập',
  receiveMore: 'Nhận thêm học bạ do phần mềm của trường lập',
  signSubject: (count: number) => `${formatCount(count)} học bạ chờ thầy cô ký phần môn học của mình`,
  waitingSubjects: (count: number) => `${formatCount(count)} học bạ đang chờ giáo viên bộ môn ký`,
  importAgain: 'Nhập lại bảng tính khi dữ liệu ngành thay đổi',
  complete: (className: string, count: number) =>
    `Lớp ${className}: ${formatCount(count)} học sinh còn thiếu hoặc sai dữ liệu`,
  supplementary: (className: string, count: number) =>
    `Lớp ${className}: ${formatCount(count)} học sinh chưa hoàn thành, cần đánh giá bổ sung hoặc hiệu trưởng quyết định`,
  withdrawn: (className: string, count: number) =>
    `Lớp ${className}: ${formatCount(count)} học bạ đã rút để sửa. Sửa kết quả của em, ban giám hiệu kết chuyển lại, rồi ký lại`,
  awaitingFile: (count: number) => `${formatCount(count)} học bạ đã rút, chờ bản mới do phần mềm của trường lập`,
  waitForRelease: (className: string) => `Lớp ${className}: đủ dữ liệu, chờ ban giám hiệu ban hành`,
  waitForCarryOver: (className: string) => `Lớp ${className}: đã ban hành, chờ kết chuyển`,
  signHomeroom: (count: number) => `${formatCount(count)} học bạ chờ thầy cô ký với tư cách giáo viên chủ nhiệm`,
  signPrincipal: (count: number) => `${formatCount(count)} học bạ chờ hiệu trưởng ký`,
  seal: (count: number) => `${formatCount(count)} học bạ chờ đóng dấu và phát hành`,
  release: (count: number) => `${formatCount(count)} lớp đủ dữ liệu, chờ ban hành`,
  notComplete: (classes: number, pupils: number) =>
    `${formatCount(classes)} lớp còn ${formatCount(pupils)} học sinh thiếu hoặc sai dữ liệu`,
  carryOver: (count: number) => `${formatCount(count)} lớp đã ban hành, chờ kết chuyển`,
  decide: (count: number) =>
    `${formatCount(count)} học sinh chưa hoàn thành chờ đánh giá bổ sung hoặc quyết định lên lớp`,
  waitingHomeroom: (count: number) => `${formatCount(count)} học bạ đang chờ giáo viên chủ nhiệm ký`,
  waitingPrincipal: (count: number) => `${formatCount(count)} học bạ đang chờ hiệu trưởng ký`,
  submit: (count: number) => `${formatCount(count)} học bạ đã phát hành, chờ gửi lên cơ sở dữ liệu`,
  rejected: (count: number) => `${formatCount(count)} học bạ bị từ chối tiếp nhận`,
  waitingReceipt: (count: number) => `${formatCount(count)} học bạ đã gửi, đang chờ biên nhận`,
  accounts: 'Mở tài khoản cho nhân sự mới',
  go: {
    enter: 'Mở lớp',
    classes: 'Xem các lớp',
    sign: 'Ký',
    seal: 'Đóng dấu',
    import: 'Nhập dữ liệu',
    submit: 'Gửi',
    reasons: 'Xem lý do',
    receive: 'Nhận học bạ',
    accounts: 'Tài khoản',
  },
  forOthers: 'Đang chờ người khác',
  overview: 'Toàn cảnh năm học',
};
